package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.What;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item.State;
import org.comity.proof.Digests;
import org.comity.proof.Verify;
import org.comity.proof.age.HybridIdentity;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());
    private static final int CHUNK = 65_536;
    private static final int SIZE = 3_000_000;

    @TempDir
    Path folder;

    private final byte[] plain = random(SIZE);
    private PracticeEvidence practice;
    private Evidence evidence;
    private JdbcClient db;

    @BeforeEach
    void start() throws Exception {
        var source = PracticeDatabase.fresh("evidence");
        db = JdbcClient.create(source);
        practice = new PracticeEvidence(source, folder.resolve("vault"));
        evidence = practice.start();
    }

    @Test
    void what_is_added_is_sealed_matched_and_checked_without_a_node() throws Exception {
        var id = begin((long) SIZE);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
        var sealed = evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(sealed.state()).isEqualTo(State.SEALED);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);

        var manifest = sealed.manifest().orElseThrow();
        assertThat(manifest.plain().sha256()).isEqualTo(Digests.sha256(plain));
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::n, CustodyEntry::what, CustodyEntry::official, CustodyEntry::manifest)
                .containsExactly(
                        tuple(1, What.ADDING_BEGUN, "pia", null),
                        tuple(2, What.SEALED, "pia", manifest.sha256()),
                        tuple(3, What.MATCHED, "pia", manifest.sha256()));
        assertThat(practice.log).containsExactly("evidence.adding-begun", "evidence.sealed", "evidence.matched");
        assertThat(evidence.ofThread("t-1")).extracting(it -> it.id()).containsExactly(id);
        assertThat(verify(id, manifest.sha256(), practice.identity)).isZero();
        assertThat(verify(id, manifest.sha256(), practice.recovery)).isZero();
    }

    @Test
    void nothing_plain_lies_in_the_vault() throws Exception {
        Arrays.fill(plain, (byte) 'x');
        var id = begin(null);
        evidence.add(id, 0, whole());
        try (var files = Files.walk(folder.resolve("vault"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(Files.readString(it, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("xxxxxxxx"));
        }
    }

    @Test
    void an_empty_file_is_an_item() throws Exception {
        var id = begin(0L);
        evidence.add(id, 0, InputStream.nullInputStream());
        evidence.finish(id, null, PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void adding_goes_on_where_the_line_broke_and_after_a_restart_at_the_last_whole_chunk() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EvidenceTest -Dseed=" + seed);
        var chance = new Random(seed);
        var id = begin((long) SIZE);
        int at = 0;
        for (int round = 0; at < SIZE; round++) {
            int n = Math.min(SIZE - at, chance.nextInt(500_000));
            int from = at;
            if (chance.nextBoolean()) {
                assertThatIOException().isThrownBy(() -> evidence.add(id, from, breaking(from, n)));
            } else {
                evidence.add(id, from, new ByteArrayInputStream(plain, from, n));
            }
            at += n;
            assertThat(evidence.reached(id)).isEqualTo(at);
            if (round % 2 == 0) {
                evidence = practice.start();
                assertThat(evidence.reached(id)).isEqualTo(at == 0 ? 0 : (at - 1) / CHUNK * CHUNK);
                at = (int) evidence.reached(id);
                if (round > 40) break;
            }
        }
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void a_torn_chunk_is_sealed_again_only_with_the_same_bytes() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        evidence = practice.start();
        var payload = adding(id).resolve("payload");
        byte[] torn = Arrays.copyOf(Files.readAllBytes(payload), 16 + 7 * (CHUNK + 16) + 1000);
        Files.write(payload, torn);
        assertThat(evidence.reached(id)).isEqualTo(7L * CHUNK);

        byte[] other = plain.clone();
        other[7 * CHUNK + 500] ^= 1;
        refused("other-bytes", () -> evidence.add(id, 7L * CHUNK, new ByteArrayInputStream(other, 7 * CHUNK, 3 * CHUNK)));
        assertThat(Files.readAllBytes(payload)).isEqualTo(torn);

        assertThat(evidence.add(id, 7L * CHUNK, new ByteArrayInputStream(plain, 7 * CHUNK, SIZE - 7 * CHUNK)))
                .isEqualTo(SIZE);
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void after_a_restart_only_what_came_behind_the_mark_is_read_before_it_goes_on() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 20 * CHUNK + 5));
        evidence = practice.start();
        // Nobody reads these bytes to answer; whoever seals does.
        var payload = adding(id).resolve("payload");
        byte[] right = Files.readAllBytes(payload);
        byte[] changed = right.clone();
        changed[16 + 3 * (CHUNK + 16) + 7] ^= 1;
        Files.write(payload, changed);
        assertThat(evidence.reached(id)).isEqualTo(20L * CHUNK);

        evidence.add(id, 20L * CHUNK, new ByteArrayInputStream(plain, 20 * CHUNK, SIZE - 20 * CHUNK));
        refused("stored-damaged", () -> evidence.finish(id, Digests.sha256(plain), PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);

        byte[] now = Files.readAllBytes(payload);
        System.arraycopy(right, 0, now, 0, right.length);
        Files.write(payload, now);
        int at = (int) evidence.reached(id);
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void a_mark_that_says_more_than_lies_on_the_disk_counts_for_nothing() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        evidence = practice.start();
        var payload = adding(id).resolve("payload");
        Files.write(payload, Arrays.copyOf(Files.readAllBytes(payload), 16 + 4 * (CHUNK + 16) + 9));
        assertThat(evidence.reached(id)).isEqualTo(4L * CHUNK);
        evidence = practice.start();
        Files.writeString(adding(id).resolve("mark"), "nonsense");
        assertThat(evidence.reached(id)).isEqualTo(4L * CHUNK);
        evidence.add(id, 4L * CHUNK, new ByteArrayInputStream(plain, 4 * CHUNK, SIZE - 4 * CHUNK));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(Files.exists(kept(id).resolve("mark"))).isFalse();
    }

    @Test
    void the_first_bytes_are_told_by_their_hash_so_that_nobody_goes_on_with_another_file() throws Exception {
        var id = begin((long) SIZE);
        assertThat(evidence.part(id)).isEmpty();
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 3 * CHUNK + 77));
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK + 77));
        assertThat(evidence.reached(id)).isEqualTo(3L * CHUNK + 77);

        evidence = practice.start();
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK));
        evidence.add(id, 3L * CHUNK, new ByteArrayInputStream(plain, 3 * CHUNK, 5 * CHUNK));
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK));
    }

    private Evidence.Part part(int size) {
        return new Evidence.Part(size, Digests.sha256(Arrays.copyOf(plain, size)));
    }

    @Test
    void what_was_begun_can_be_given_up_and_leaves_nothing_but_its_record() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        assertThat(evidence.unfinished(evidence.item(id).orElseThrow().thread(), 10)).extracting(it -> it.id()).contains(id);

        evidence.giveUp(id, PIA);

        assertThat(adding(id)).doesNotExist();
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.GIVEN_UP);
        assertThat(evidence.unfinished(evidence.item(id).orElseThrow().thread(), 10)).extracting(it -> it.id()).doesNotContain(id);
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::what, CustodyEntry::official)
                .containsExactly(tuple(What.ADDING_BEGUN, "pia"), tuple(What.GIVEN_UP, "pia"));
        assertThat(practice.log).contains("evidence.given-up");
        refused("given-up", () -> evidence.add(id, 0, whole()));
        refused("given-up", () -> evidence.finish(id, null, PIA));
        refused("given-up", () -> evidence.giveUp(id, PIA));
        refused("not-sealed", () -> evidence.match(id, PIA));
        assertThat(evidence.strays()).isEqualTo(new Evidence.Strays(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void what_is_sealed_or_being_added_to_is_not_given_up() throws Exception {
        var sealed = added();
        refused("sealed", () -> evidence.giveUp(sealed, PIA));
        var id = begin(null);
        var nested = new InputStream() {
            @Override
            public int read() {
                refused("busy", () -> evidence.giveUp(id, PIA));
                return -1;
            }
        };
        evidence.add(id, 0, nested);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
    }

    @Test
    void a_crash_while_it_is_given_up_is_made_good() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, whole());
        practice.items.givenUp(id);
        evidence = practice.start();
        assertThat(adding(id)).exists();
        practice.removing().turn();
        assertThat(adding(id)).doesNotExist();
        practice.items.givenUp(id);
        practice.removing().turn();
        assertThat(practice.items.toRemove()).isEmpty();
    }

    @Test
    void what_is_not_what_was_declared_is_refused_and_stays() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, SIZE - 1));
        refused("other-size", () -> evidence.finish(id, null, PIA));
        refused("elsewhere", () -> evidence.add(id, 5, whole()));
        refused("too-many-bytes", () -> evidence.add(id, SIZE - 1, new ByteArrayInputStream(new byte[2])));
        evidence.add(id, SIZE - 1, new ByteArrayInputStream(plain, SIZE - 1, 1));
        refused("other-hash", () -> evidence.finish(id, "00".repeat(32), PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);
        int at = (int) evidence.reached(id);
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        refused("sealed", () -> evidence.add(id, SIZE, whole()));
        refused("unknown", () -> evidence.reached(UUID.randomUUID()));
    }

    @Test
    void an_item_is_not_matched_while_it_is_being_added_and_names_are_plain() throws Exception {
        var id = begin(null);
        refused("not-sealed", () -> evidence.match(id, PIA));
        refused("name", () -> evidence.begin(new Beginning("../x", "text/plain", null, null), PIA));
        refused("media-type", () -> evidence.begin(new Beginning("x", "Text", null, null), PIA));
    }

    @Test
    void one_item_is_added_to_by_one_at_a_time() throws Exception {
        var id = begin(null);
        var nested = new InputStream() {
            private boolean asked;

            @Override
            public int read() {
                if (!asked) refused("busy", () -> evidence.add(id, 0, whole()));
                asked = true;
                return -1;
            }
        };
        evidence.add(id, 0, nested);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
    }

    @Test
    void more_items_than_are_kept_open_lose_nothing_but_the_last_part() throws Exception {
        var ids = new UUID[] {begin(null), begin(null), begin(null), begin(null)};
        for (var each : ids) evidence.add(each, 0, new ByteArrayInputStream(plain, 0, 3 * CHUNK + 7));
        assertThat(evidence.reached(ids[0])).isEqualTo(3L * CHUNK);
        assertThat(evidence.reached(ids[3])).isEqualTo(3L * CHUNK + 7);
    }

    @Test
    void a_crash_between_vault_and_record_is_made_good() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, whole());
        practice.ledgerFails = true;
        assertThatIllegalStateException().isThrownBy(() -> evidence.finish(id, null, PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);
        practice.ledgerFails = false;
        evidence = practice.start();
        refused("other-hash", () -> evidence.finish(id, "00".repeat(32), PIA));
        assertThat(evidence.finish(id, Digests.sha256(plain), PIA).state()).isEqualTo(State.SEALED);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void damage_is_found_when_matching_and_when_reading_again() throws Exception {
        var first = added();
        change(kept(first).resolve("payload"));
        assertThat(evidence.match(first, PIA).state()).isEqualTo(State.DAMAGED);

        var second = added();
        var month = PracticeEvidence.NOON.plus(Duration.ofDays(31));
        practice.scrubbing(month).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.SEALED);
        change(kept(second).resolve("payload"));
        practice.scrubbing(month.plus(Duration.ofDays(1))).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.SEALED);
        practice.scrubbing(month.plus(Duration.ofDays(31))).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.DAMAGED);
        assertThat(evidence.custody(second).getLast())
                .extracting(CustodyEntry::what, CustodyEntry::official)
                .containsExactly(What.FOUND_DAMAGED, null);
    }

    @Test
    void a_payload_that_cannot_be_read_is_not_called_damaged() throws Exception {
        var id = added();
        var payload = kept(id).resolve("payload");
        Files.move(payload, folder.resolve("away"));
        practice.scrubbing(PracticeEvidence.NOON.plus(Duration.ofDays(31))).next();
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.SEALED);
        Files.move(folder.resolve("away"), payload);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void strays_are_reported_and_left_where_they_are() throws Exception {
        var id = added();
        var other = begin(null);
        assertThat(evidence.strays()).isEqualTo(new Evidence.Strays(java.util.List.of(), java.util.List.of()));
        var stray = folder.resolve("vault/adding/" + UUID.randomUUID());
        Files.createDirectories(stray);
        Files.createDirectories(folder.resolve("vault/kept/lost+found"));
        Files.move(kept(id), folder.resolve("moved"));
        var strays = evidence.strays();
        assertThat(strays.orphans()).containsExactlyInAnyOrder("adding/" + stray.getFileName(), "kept/lost+found");
        assertThat(strays.missing()).containsExactly(id);
        assertThat(stray).exists();
        assertThat(adding(other)).exists();
    }

    @Test
    void health_says_what_is_damaged_unread_and_astray() throws Exception {
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.nothing", "strays.none");
        var id = added();
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.right", "strays.none");
        assertThat(said(PracticeEvidence.NOON.plus(Duration.ofDays(34)))).containsExactly("reread.behind", "strays.none");
        Files.createDirectories(folder.resolve("vault/kept/lost+found"));
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.right", "strays.orphans");
        Files.move(kept(id), folder.resolve("moved"));
        db.sql("update evidence.item set state = 'DAMAGED'").update();
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.damaged", "strays.missing");
    }

    private java.util.List<String> said(java.time.Instant at) {
        var lines = practice.lines(evidence, at);
        lines.look();
        return lines.lines().stream().map(it -> it.topic() + "." + it.word()).toList();
    }

    @Test
    void what_is_sealed_is_matched_beside_and_after_a_restart_again() throws Exception {
        var id = added();
        evidence.matchBeside(id);
        await().until(() -> evidence.item(id).orElseThrow().state() == State.MATCHED);
        await().until(() -> evidence.matching(id).isEmpty());
        assertThat(evidence.custody(id).getLast().official()).isNull();
        var left = added();
        assertThat(practice.items.neverMatched()).containsExactly(left);
    }

    @Test
    void custody_is_neither_changed_nor_taken_out() throws Exception {
        var id = added();
        db.sql("update evidence.custody set official = 'somebody'").update();
        db.sql("delete from evidence.custody").update();
        assertThat(evidence.custody(id)).hasSize(2).allSatisfy(it -> assertThat(it.official())
                .isEqualTo("pia"));
    }

    private UUID added() throws IOException {
        var id = begin(null);
        evidence.add(id, 0, whole());
        evidence.finish(id, null, PIA);
        return id;
    }

    private UUID begin(Long size) {
        return evidence.begin(new Beginning("image.dd", "application/octet-stream", "t-1", size), PIA);
    }

    private Path adding(UUID id) {
        return folder.resolve("vault/adding/" + id);
    }

    private Path kept(UUID id) {
        return folder.resolve("vault/kept/" + id.toString().substring(0, 2) + "/" + id);
    }

    private InputStream whole() {
        return new ByteArrayInputStream(plain);
    }

    private InputStream breaking(int from, int n) {
        return new SequenceInputStream(new ByteArrayInputStream(plain, from, n), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        });
    }

    private static void change(Path payload) throws IOException {
        try (var file = FileChannel.open(payload, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            file.read(one, 1_000_000);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            file.write(one, 1_000_000);
        }
    }

    private int verify(UUID id, String manifest, HybridIdentity identity) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), identity.secretText());
        var out = new PrintStream(new ByteArrayOutputStream());
        var arguments = new String[] {
            kept(id).toString(), "--manifest", manifest, "--identity", secret.toString()
        };
        return Verify.run(arguments, out, out);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
