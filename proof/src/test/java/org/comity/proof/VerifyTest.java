package org.comity.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.comity.proof.ThreadBundle.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules R70 to R79 of docs/protocol: the exported thread, and the command that checks it. */
class VerifyTest {

    private static final Act REQUEST = TestActs.request();
    private static final Act ACKNOWLEDGE = TestActs.acknowledge(REQUEST);
    private static final byte[] FIRST = TestContainer.of(REQUEST).stamped().build();
    private static final byte[] SECOND = second();
    private static final List<SignedEntry> ENTRIES = entries();

    @TempDir
    Path folder;

    private Path zip;
    private String ca;
    private String said;

    private static byte[] second() {
        var container = TestContainer.of(ACKNOWLEDGE);
        container.signer = TestCertificates.XB;
        return container.build();
    }

    private static List<SignedEntry> entries() {
        var entries = new ArrayList<SignedEntry>();
        var acts = List.of(REQUEST, ACKNOWLEDGE);
        entries.add(TestRegister.next(entries, acts, Digests.sha256(FIRST)));
        entries.add(TestRegister.next(entries, acts, Digests.sha256(SECOND)));
        return entries;
    }

    @BeforeEach
    void export() throws IOException {
        ca = pem("ca.pem", TestCertificates.CA.certificate());
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
    }

    @Test
    void an_exported_thread_holds() throws IOException {
        assertThat(verify(zip, "--anchor", ca)).isZero();
        assertThat(said).contains("HOLDS", "each of the 2 entries are what the table preservation/1 gives", "Entry 1 registers exactly this container", "[author]");
        assertThat(verify(unpacked(), "--anchor", ca)).isZero();
        assertThat(said).contains("HOLDS");
    }

    @Test
    void the_same_thread_gives_the_same_bytes() throws IOException {
        byte[] once = Files.readAllBytes(zip);
        export();
        assertThat(Files.readAllBytes(zip)).isEqualTo(once);
    }

    @Test
    void anchors_tied_to_participants_show_the_author() throws IOException {
        assertThat(verify(
                        zip,
                        "--anchor",
                        "XA-1=" + Anchor.fingerprint(TestCertificates.XA.certificate()),
                        "--anchor",
                        "XB-1=" + pem("xb.pem", TestCertificates.XB.certificate()),
                        "--anchor",
                        "XB-1=" + Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate()),
                        "--tsa",
                        ca))
                .isZero();
        assertThat(said).contains("The signer is XA-1", "The signer is XB-1", "Stamped 2027-03-01T12:00:01Z");
    }

    @Test
    void an_anchor_of_one_participant_does_not_speak_for_another() throws IOException {
        assertThat(verify(
                        zip,
                        "--anchor",
                        "XB-1=" + Anchor.fingerprint(TestCertificates.XA.certificate()),
                        "--anchor",
                        "XA-1=" + Anchor.fingerprint(TestCertificates.XB.certificate()),
                        "--anchor",
                        Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate())))
                .isEqualTo(1);
        assertThat(said).contains("leads to no given anchor");
        assertThat(verify(zip, "--anchor", ca, "--anchor", "XA-1=" + "00".repeat(32)))
                .isEqualTo(1);
        assertThat(said).contains("does not speak for the signer");
    }

    @Test
    void one_act_is_checked_alone() throws IOException {
        var file = Files.write(folder.resolve("act.asice"), FIRST);
        assertThat(verify(
                        file,
                        "--anchor",
                        Anchor.fingerprint(TestCertificates.XA.certificate()).toUpperCase()))
                .isZero();
        assertThat(verify(Files.write(folder.resolve("act.bin"), FIRST), "--anchor", ca))
                .isZero();
        assertThat(verify(file, "--anchor", "00".repeat(32))).isEqualTo(1);
        assertThat(said).contains("does NOT hold", "[anchor]");
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(verify(file, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[container-zip]");
    }

    @Test
    void the_verdict_can_be_read_by_machines() throws IOException {
        verify(Files.write(folder.resolve("act.asice"), FIRST), "--anchor", ca, "--tsa", ca, "--json");
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(said);
        assertThat(json.get("holds").booleanValue()).isTrue();
        assertThat(json.get("act").stringValue()).isEqualTo(REQUEST.id());
        assertThat(json.get("stamped").stringValue()).isEqualTo("2027-03-01T12:00:01Z");
        assertThat(json.get("checks").get(0).get("outcome").stringValue()).isEqualTo("held");
        assertThat(said).contains("\"outcome\" : \"not-checked\"");
    }

    @Test
    void the_keeper_in_the_bundle_is_not_believed() throws IOException {
        var foreign = new TestCertificates.Request("XB-1 register").by(TestCertificates.OTHER_CA);
        zip = write(foreign.certificate(), ENTRIES, List.of());
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[keeper]", "[entry-signature]");
    }

    @Test
    void an_act_that_is_missing_exchanged_or_registered_otherwise_is_named() throws IOException {
        zip = write(TestCertificates.XB_REGISTER.certificate(), ENTRIES, List.of(new SealedAct(REQUEST.id(), FIRST)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-missing]", ACKNOWLEDGE.id());

        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(new SealedAct(REQUEST.id(), SECOND), new SealedAct(ACKNOWLEDGE.id(), FIRST)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-id]", "another container");

        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(
                        new SealedAct(REQUEST.id(), TestContainer.of(REQUEST).build()),
                        new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("Entry 1 registers another container");
    }

    @Test
    void a_keeper_who_says_another_effect_or_state_than_the_table_is_named() throws IOException {
        var second = ENTRIES.getLast().entry();
        for (var wrong : List.of(
                List.of("already-acknowledged", second.state(), "[effect]", "gives the effect effective"),
                List.of(Entry.EFFECTIVE, "11".repeat(32), "[state]", "the state after it is another"))) {
            var lie = new Entry(
                    second.network(), second.thread(), 2, second.previous(), second.act(), second.container(),
                    second.time(), wrong.get(0), wrong.get(1));
            zip = write(
                    TestCertificates.XB_REGISTER.certificate(),
                    List.of(ENTRIES.getFirst(), TestRegister.sign(lie)),
                    List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));

            assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
            assertThat(said).contains("entry 2: ", wrong.get(2), wrong.get(3));
        }
    }

    @Test
    void of_an_act_whose_body_was_deleted_the_envelope_still_stands_under_its_entry() throws IOException {
        try (var out = Files.newOutputStream(zip)) {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Head(
                            TestActs.NETWORK, TestActs.THREAD, "XB-1", TestCertificates.XB_REGISTER.certificate()),
                    ENTRIES,
                    List.of(new ThreadBundle.Remaining(REQUEST.envelope()), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        }
        assertThat(verify(zip, "--anchor", ca)).isZero();
        assertThat(said).contains("entry 1 names this act", "[seal]");

        var root = unpacked();
        Files.write(
                root.resolve("acts/" + REQUEST.id() + ".json"),
                CanonicalJson.write(ACKNOWLEDGE.envelope().json()));
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-id]");
    }

    @Test
    void what_nothing_vouches_for_is_named_and_does_not_fail() throws IOException {
        var other = TestContainer.of(TestActs.act("withdraw", "XA-1", "XB-1", List.of(), java.util.Map.of()));
        var root = unpacked();
        var act = Container.read(other.build()).act().id();
        Files.write(root.resolve("acts/" + act + ".asice"), other.build());
        Files.writeString(root.resolve("note.txt"), "hello");
        assertThat(verify(root, "--anchor", ca)).isZero();
        assertThat(said).contains("sent, not registered", "Nothing vouches for this file");
    }

    @Test
    void every_file_of_the_thread_with_a_byte_changed_is_refused() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("VerifyTest -Dseed=" + seed);
        var chance = new Random(seed);
        var root = unpacked();
        for (Path each : files(root)) {
            byte[] right = Files.readAllBytes(each);
            for (int i = 0; i < 60; i++) {
                byte[] changed = right.clone();
                changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
                Files.write(each, changed);
                assertThat(verify(root, "--anchor", ca)).as(each.toString()).isEqualTo(1);
            }
            Files.write(each, right);
        }
        assertThat(verify(root, "--anchor", ca)).isZero();
    }

    @Test
    void every_file_left_out_is_missed() throws IOException {
        var root = unpacked();
        for (Path each : files(root)) {
            byte[] right = Files.readAllBytes(each);
            Files.delete(each);
            boolean last = each.toString().endsWith("000002.json");
            assertThat(verify(root, "--anchor", ca)).as(each.toString()).isEqualTo(last ? 0 : 1);
            if (last) {
                assertThat(said).contains("sent, not registered");
            }
            Files.write(each, right);
        }
    }

    @Test
    void limit_of_a_file_in_the_bundle() throws IOException {
        var root = unpacked();
        var file = root.resolve("acts/" + REQUEST.id() + ".asice");
        Files.write(file, new byte[5 * 1024 * 1024]);
        verify(root, "--anchor", ca);
        assertThat(said).contains("[container-zip]").doesNotContain("[bundle-too-large]");
        Files.write(file, new byte[5 * 1024 * 1024 + 1]);
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-too-large]");
    }

    @Test
    void limit_of_files_in_the_bundle() throws IOException {
        assertThat(BundleFiles.open(many(20_001)).names()).hasSize(20_001);
        assertThat(verify(many(20_002), "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-too-large]");
    }

    /** What one program unpacks and another does not is nobody's thread. */
    @Test
    void a_zip_with_a_name_twice_or_bytes_beside_its_entries_is_refused() throws IOException {
        byte[] right = Files.readAllBytes(zip);
        var twice = new String(right, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("register/000002.json", "register/000001.json");
        Files.writeString(zip, twice, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("register/000001.json", "[container-twice]");
        Files.write(zip, java.util.Arrays.copyOf(right, right.length + 1));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[container-zip]");
    }

    private Path many(int count) throws IOException {
        var file = folder.resolve(count + ".zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                out.putNextEntry(new java.util.zip.ZipEntry("register/" + i));
            }
        }
        return file;
    }

    @Test
    void limit_of_a_certificate_file() throws IOException {
        var pem = Files.readString(Path.of(ca));
        var large = folder.resolve("large.pem");
        Files.writeString(large, pem + "\n".repeat((1 << 20) - pem.length()));
        assertThat(verify(zip, "--anchor", large.toString())).isZero();
        Files.writeString(large, pem + "\n".repeat((1 << 20) + 1 - pem.length()));
        assertThat(verify(zip, "--anchor", large.toString())).isEqualTo(2);
    }

    @Test
    void a_link_is_no_file() throws IOException {
        var root = unpacked();
        var file = root.resolve("register/000001.json");
        Files.move(file, folder.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, folder.resolve("elsewhere.json"));
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[bundle-file]");
    }

    @Test
    void wrong_use_is_explained() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("Say what to verify", "Usage");
        assertThat(run(zip.toString())).isEqualTo(2);
        assertThat(said).contains("at least one --anchor");
        assertThat(run(zip.toString(), "--anchor")).isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", "abc")).isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", zip.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "--anchor", ca)).isEqualTo(2);
        assertThat(run(zip.toString(), "--more", "--anchor", ca)).isEqualTo(2);
        assertThat(run(zip.toString(), zip.toString(), "--anchor", ca)).isEqualTo(2);
    }

    private Path write(X509Certificate keeper, List<SignedEntry> entries, List<SealedAct> acts) throws IOException {
        var file = folder.resolve("thread.zip");
        try (var out = Files.newOutputStream(file)) {
            ThreadBundle.write(
                    out, new ThreadBundle.Head(TestActs.NETWORK, TestActs.THREAD, "XB-1", keeper), entries, acts);
        }
        return file;
    }

    private Path unpacked() throws IOException {
        var root = folder.resolve("thread");
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return root;
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String pem(String name, X509Certificate certificate) {
        try {
            return Files.writeString(
                            folder.resolve(name),
                            "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                                    .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                                            .encodeToString(certificate.getEncoded())))
                    .toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int verify(Path path, String... more) {
        var arguments = new ArrayList<>(List.of(path.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments, print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
