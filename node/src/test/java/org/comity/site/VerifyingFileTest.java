package org.comity.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.comity.directory.AnEntry;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantForTests;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.Verify;
import org.comity.vocabulary.CallerOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockMultipartFile;

/** Where a stranger's file lies while it is checked, and that nobody keeps the turn of one that could not be. */
class VerifyingFileTest {

    private static final CallerOrigin FIRST = CallerOrigin.of("192.0.2.1");
    private static final CallerOrigin SECOND = CallerOrigin.of("198.51.100.2");

    private static final Path VECTORS = Path.of("../docs/protocol/vectors");

    @TempDir
    Path home;

    @Test
    void a_file_lies_under_the_nodes_home_while_it_is_checked_and_a_killed_nodes_is_gone_at_the_next_start()
            throws Exception {
        var folder = Files.createDirectories(home.resolve("verifying"));
        Files.writeString(folder.resolve("to-verify1.zip"), "of a node that was killed");
        var places = new ArrayList<Path>();

        var verifying = verifying(home);
        assertThat(folder).isEmptyDirectory();
        assertThat(verifying.verify(given(places), List.of(), FIRST)).isPresent();

        assertThat(places).hasSize(1).allMatch(it -> it.startsWith(folder));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void where_no_file_can_be_made_no_turn_is_lost() throws Exception {
        var full = Files.writeString(home.resolve("full"), "no folder can be made in it");
        var verifying = verifying(full);

        for (int n = 0; n < 5; n++) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> verifying.verify(given(new ArrayList<>()), List.of(), FIRST));
        }
        Files.delete(full);
        assertThat(verifying.verify(given(new ArrayList<>()), List.of(), FIRST)).isPresent();
    }

    @Test
    void one_caller_with_a_check_under_way_keeps_no_other_from_one() throws Exception {
        var verifying = verifying(home);
        var said = new ArrayList<String>();
        var slow = new MockMultipartFile("file", "thread.zip", "application/zip", new byte[] {1}) {
            @Override
            public void transferTo(Path to) throws IOException {
                said.add("again: " + checked(FIRST));
                said.add("another: " + checked(SECOND));
                super.transferTo(to);
            }

            private boolean checked(CallerOrigin caller) throws IOException {
                try {
                    return verifying
                            .verify(given(new ArrayList<>()), List.of(), caller)
                            .isPresent();
                } catch (ChecksAside.TooLong late) {
                    throw new IllegalStateException(late);
                }
            }
        };

        assertThat(verifying.verify(slow, List.of(), FIRST)).isPresent();

        assertThat(said).containsExactly("again: false", "another: true");
    }

    /** Of the marks in it NFC would be made for minutes; the verifier refuses them. */
    @Test
    void a_file_of_endless_marks_is_checked_at_once() throws Exception {
        var marks = "{\"a\":\"b" + "\u0301".repeat(500_000) + "\u0316".repeat(500_000) + "\"}";
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("thread.json"));
            out.write(marks.getBytes(UTF_8));
        }
        var verifying = verifying(home);
        var file = new MockMultipartFile("file", "thread.zip", "application/zip", zip.toByteArray());

        var verdict = assertTimeoutPreemptively(Duration.ofSeconds(50), () -> verifying.verify(file, List.of(), FIRST));
        assertThat(verdict.orElseThrow().result()).isNotEqualTo("holds");
    }

    @Test
    void a_check_that_is_given_up_is_told_and_keeps_its_place_until_it_ends() throws Exception {
        var asked = new CountDownLatch(1);
        var goes = new CountDownLatch(1);
        var directory = mock(DirectoryAsGiven.class);
        when(directory.arguments(any(), any())).thenAnswer(_ -> {
            asked.countDown();
            while (goes.getCount() > 0) {
                try {
                    goes.await();
                } catch (InterruptedException computing) {
                    // As what computes: it does not look whether it is interrupted.
                }
            }
            return List.of();
        });
        var told = new AtomicBoolean();
        try (var verifying = new VerifyingFile(directory, home, new ChecksAside(Duration.ofMinutes(5), 2))) {
            var caller = Thread.ofVirtual().start(() -> {
                try {
                    verifying.verify(given(new ArrayList<>()), List.of(), FIRST);
                } catch (ChecksAside.TooLong | IOException late) {
                    told.set(late instanceof ChecksAside.TooLong);
                }
            });
            asked.await();
            caller.interrupt();
            caller.join();
            assertThat(told).isTrue();
            assertThat(verifying.verify(given(new ArrayList<>()), List.of(), FIRST))
                    .isEmpty();
            assertThat(home.resolve("verifying")).isNotEmptyDirectory();

            goes.countDown();

            await().untilAsserted(() -> assertThat(home.resolve("verifying")).isEmptyDirectory());
        }
    }

    /** What was found: after a revocation all older acts of that State did not hold here, and did with the command. */
    @Tag("long")
    @Test
    void what_the_directory_holds_bounds_keys_as_the_command_does() throws Exception {
        var noon = Instant.parse("2027-03-01T12:00:00Z");
        var recovery = AnEntry.newKey();
        var first = entry(
                AnEntry.anEntry().of("XA-1").keys(AnEntry.newKey(), recovery).signedAt(noon.minus(Duration.ofDays(9))),
                "xa-1.pem",
                "log-ca.pem");
        var back = entry(
                        AnEntry.anEntry()
                                .after(first)
                                .keys(AnEntry.newKey(), AnEntry.newKey())
                                .signedAt(noon.plus(Duration.ofDays(2))),
                        "seats/ca.pem",
                        "log-ca.pem")
                .endorse(recovery.getPrivate());
        var keeper = entry(AnEntry.anEntry().of("XB-1"), "xb-1.pem", "xb-1-register.pem");
        var after = revocation(first, noon.plus(Duration.ofDays(1)), recovery);
        var before = revocation(first, noon.minus(Duration.ofDays(1)), recovery);

        assertThat(found(List.of(back, first, keeper), List.of(after))).isEqualTo("holds");
        assertThat(found(List.of(back, first, keeper), List.of(before))).isEqualTo("does-not-hold");
        var stranger = entry(AnEntry.anEntry().of("XD-1"), "xb-1.pem", "xb-1-register.pem");
        var many = new ArrayList<>(Collections.nCopies(8_000, revocation(stranger, noon, recovery)));
        assertThat(found(List.of(back, first, keeper), many)).isEqualTo("holds");
        many.add(before);
        assertThat(found(List.of(back, first, keeper), many))
                .as("in the second document of them")
                .isEqualTo("does-not-hold");
        var late = entry(
                        AnEntry.anEntry()
                                .after(first)
                                .keys(AnEntry.newKey(), recovery)
                                .signedAt(noon.minus(Duration.ofDays(8))),
                        "seats/ca.pem",
                        "log-ca.pem")
                .endorse(recovery.getPrivate());
        assertThat(found(List.of(late, first, keeper), List.of()))
                .as("replaced more than a week before")
                .isEqualTo("does-not-hold");
        var unendorsed = entry(
                AnEntry.anEntry().after(first).keys(AnEntry.newKey(), AnEntry.newKey()), "seats/ca.pem", "log-ca.pem");
        assertThat(found(List.of(unendorsed, first, keeper), List.of()))
                .as("two officers took it")
                .isEqualTo("holds");
    }

    /** What was found: with the right fingerprints more was not checked than with none, since nothing of the directory was read. */
    @Test
    void a_fingerprint_goes_before_the_directory_and_takes_nothing_else_from_it() throws Exception {
        var keeper = entry(AnEntry.anEntry().of("XB-1"), "xb-1.pem", "xb-1-register.pem");
        var author = entry(AnEntry.anEntry().of("XA-1"), "xa-1.pem", "log-ca.pem");
        var recovery = AnEntry.newKey();
        var stranger = entry(AnEntry.anEntry().of("XD-1"), "xb-1.pem", "xb-1-register.pem");
        var known = knowing(
                List.of(author, keeper),
                List.of(revocation(stranger, Instant.parse("2027-03-01T12:00:00Z"), recovery)));
        var seals = List.of(
                "XA-1/seal=" + Anchor.fingerprint(certificate("xa-1.pem")),
                "XB-1/seal=" + Anchor.fingerprint(certificate("xb-1.pem")));
        var all = new ArrayList<>(seals);
        all.add("XB-1/register=" + Anchor.fingerprint(certificate("xb-1-register.pem")));

        var without = verdict(known, List.of());
        assertThat(without.result()).isEqualTo("holds");
        assertThat(without.known()).isTrue();
        for (var given : List.of(List.of(seals.getFirst()), seals, all)) {
            var with = verdict(known, given);
            assertThat(with.known()).isFalse();
            assertThat(with.result()).isEqualTo("holds");
            assertThat(with.of("not-checked")).isNotEmpty().isSubsetOf(without.of("not-checked"));
        }
        for (var key : List.of("XA-1/seal=", "XB-1/seal=", "XB-1/register=", "XA-1=", "XB-1=")) {
            var wrong = verdict(known, List.of(key + "0".repeat(64)));
            assertThat(wrong.result()).as(key).isEqualTo("does-not-hold");
            assertThat(wrong.typedWrongly()).isTrue();
        }
        var nothing = verdict(knowing(List.of(), List.of()), List.of(seals.getLast()));
        assertThat(nothing.result()).isEqualTo("keeper-unknown");
        assertThat(nothing.fingerprints())
                .extracting(it -> it.line().orElseThrow())
                .containsExactly("XA-1/seal=", "XB-1/register=");
        assertThat(nothing.field("XB-1/seal=" + "1".repeat(64) + "\r\n\r\nXA-1/seal="))
                .isEqualTo("XB-1/seal=%s\nXA-1/seal=\nXB-1/register=".formatted("1".repeat(64)));
    }

    /** The name is our directory's: it says nothing of whom the visitor's fingerprint is. */
    @Test
    void whom_a_fingerprint_was_given_for_that_the_directory_does_not_name_gets_no_name_of_it() throws Exception {
        var keeper = entry(AnEntry.anEntry().of("XB-1"), "xb-1.pem", "xb-1-register.pem");
        var others = entry(AnEntry.anEntry().of("XA-1"), "seats/ca.pem", "log-ca.pem");
        var same = entry(AnEntry.anEntry().of("XA-1"), "xa-1.pem", "log-ca.pem");
        var given = List.of("XA-1/seal=" + Anchor.fingerprint(certificate("xa-1.pem")));

        var named = parties(verdict(knowing(List.of(others, keeper), List.of()), given));
        assertThat(named).containsOnlyKeys("XA-1", "XB-1").containsEntry("XA-1", null);
        assertThat(named.get("XB-1")).as("checked with the directory").isNotNull();

        assertThat(parties(verdict(knowing(List.of(same, keeper), List.of()), given)))
                .as("the directory names the same certificate")
                .doesNotContainValue(null);
        assertThat(parties(verdict(knowing(List.of(same, keeper), List.of()), List.of())))
                .doesNotContainValue(null);
    }

    private static Map<String, @Nullable Participant> parties(VerdictView verdict) {
        assertThat(verdict.result()).isEqualTo("holds");
        return requireNonNull(verdict.named()).parties();
    }

    private VerdictView verdict(DirectoryAsGiven known, List<String> given) throws Exception {
        var thread = Files.readAllBytes(VECTORS.resolve("thread.zip"));
        return new VerifyingFile(known, Files.createDirectories(home.resolve("node")))
                .verify(new MockMultipartFile("file", "thread.zip", "application/zip", thread), given, FIRST)
                .orElseThrow();
    }

    /** What the page says; and that the command says the same of the same files. */
    private String found(List<SignedParticipantEntry> entries, List<byte[]> revocations) throws Exception {
        var known = knowing(entries, revocations);
        var thread = VECTORS.resolve("thread.zip");
        var given = new MockMultipartFile("file", "thread.zip", "application/zip", Files.readAllBytes(thread));
        var page = new VerifyingFile(known, Files.createDirectories(home.resolve("node")))
                .verify(given, List.of(), FIRST)
                .orElseThrow();
        var arguments = new ArrayList<>(List.of(thread.toString(), "--json"));
        arguments.addAll(known.arguments(Files.createDirectories(home.resolve("command")), List.of()));
        var said = new ByteArrayOutputStream();
        Verify.run(arguments.toArray(String[]::new), new PrintStream(said, true, UTF_8), System.err);
        assertThat(said.toString(UTF_8)).contains("\"result\" : \"%s\"".formatted(page.result()));
        return page.result();
    }

    private static byte[] revocation(SignedParticipantEntry of, Instant effective, KeyPair recovery) {
        return SignedRevocation.sign(
                        of.entry().network(),
                        of.entry().id(),
                        of.entry().version(),
                        effective,
                        effective,
                        recovery.getPrivate())
                .json();
    }

    /** Of the network of the vectors, with certificates of theirs. */
    private static SignedParticipantEntry entry(AnEntry entry, String seal, String register) throws Exception {
        var network = ThreadBundle.Head.read(zipped("thread.json")).network();
        return entry.inNetwork(network).signedWith(certificate(seal), certificate(register));
    }

    private static byte[] zipped(String name) throws IOException {
        try (var zip = new ZipFile(VECTORS.resolve("thread.zip").toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static X509Certificate certificate(String pem) throws Exception {
        try (var in = Files.newInputStream(VECTORS.resolve(pem))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static VerifyingFile verifying(Path home) throws IOException {
        return new VerifyingFile(knowing(List.of(), List.of()), home);
    }

    private static DirectoryAsGiven knowing(List<SignedParticipantEntry> entries, List<byte[]> revocations) {
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(ParticipantForTests.of("XC-1", LocalDate.EPOCH, List.of(), List.of()));
        when(directory.find(any()))
                .thenReturn(Optional.of(ParticipantForTests.of("XA-1", LocalDate.EPOCH, List.of(), List.of())));
        var versions = mock(EntryVersions.class);
        when(versions.everInForce()).thenReturn(entries);
        var watch = mock(DirectoryWatch.class);
        when(watch.revocations()).thenReturn(revocations);
        return new DirectoryAsGiven(directory, versions, watch);
    }

    private static MockMultipartFile given(List<Path> places) {
        return new MockMultipartFile("file", "thread.zip", "application/zip", new byte[] {1}) {
            @Override
            public void transferTo(Path to) throws IOException {
                places.add(to);
                super.transferTo(to);
            }
        };
    }
}
