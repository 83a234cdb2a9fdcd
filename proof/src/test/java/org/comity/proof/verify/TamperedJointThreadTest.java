package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.TestActs;
import org.comity.proof.register.Entry;
import org.comity.proof.register.JointRegister;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestContainer;
import org.comity.proof.seat.TestPasskey;
import org.comity.proof.seat.TestSeat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of change in an exported joint thread in which an authority spoke from a seat, with its thread of seats beside it:
 * each is refused by a check with a name, soon, and none is a fault of the program.
 */
@Tag("long")
@Timeout(900)
class TamperedJointThreadTest {

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final int CHANGES = FULL ? 12 : 1;
    private static final int ALONE = 6;
    private static final String SEATS = "seats/" + TestSeat.SEATS + "/";
    private static final byte[] NOTE = "what the file says".getBytes(UTF_8);
    private static final Map<String, byte[]> RIGHT = new LinkedHashMap<>();
    private static final JointRegister JOINT = new JointRegister();
    private static final Act FROM_SEAT;
    private static final Act WITH_FILE;
    /** Sealed, and not registered yet: no entry names its container. */
    private static final Act WAITING;

    static {
        var seat = new TestSeat();
        var key = TestPasskey.es256();
        var given = seat.give(key, "XM-officer-1");
        seat.confirm(key, given);
        JOINT.say("XA-1", "open", "host", Map.of());
        var first = JOINT.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        JOINT.say("XB-1", "join", "member", Map.of("invitation", first));
        var asked = JOINT.say(
                "XA-1", "invite", "host", Map.of("party", "XM-1", "as", "member", "shown", "all", "at", "XB-1"));
        var from = Map.of("recorded", "seat", "speaker", "XM-1", "key", key.keyHash());
        var joins = new TreeMap<>(from);
        joins.put("invitation", asked);
        var join = JOINT.act("XB-1", "join", "member", joins);
        JOINT.register(join, TestSeat.container(join, TestSeat.proof(join, given, key)));
        FROM_SEAT = JOINT.act("XB-1", "say", "member", from);
        JOINT.register(FROM_SEAT, TestSeat.container(FROM_SEAT, TestSeat.proof(FROM_SEAT, given, key)));
        WITH_FILE = withFile(JOINT.act("XA-1", "say", "host", Map.of()));
        var container = TestContainer.of(WITH_FILE).stamped();
        container.files.put("attachments/note.txt", NOTE);
        JOINT.register(WITH_FILE, container.build());
        JOINT.say("XB-1", "say", "member", Map.of());
        WAITING = JOINT.act("XB-1", "say", "member", from);
        JOINT.containers.put(WAITING.id(), TestSeat.container(WAITING, TestSeat.proof(WAITING, given, key)));
        RIGHT.putAll(unzipped(exported(seat.seats.parts())));
    }

    @TempDir
    Path folder;

    private String said = "";

    @Test
    void it_holds_as_it_is() {
        assertThat(verify(RIGHT)).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains("had not been ended. [seat-ended]", "sent, not registered", "Recorded by XB-1 for XM-1");
    }

    @Test
    void each_file_with_other_bytes_is_refused() {
        var chance = chance();
        for (var name : names(chance)) {
            var changes = new LinkedHashMap<String, UnaryOperator<byte[]>>();
            for (int i = 0; i < CHANGES; i++) changes.put("a bit " + i, it -> bit(it, chance));
            changes.put("cut", it -> Arrays.copyOf(it, it.length - 1));
            if (FULL) {
                changes.put("longer", it -> Arrays.copyOf(it, it.length + 1));
                changes.put("empty", it -> new byte[0]);
                changes.put("half", it -> Arrays.copyOf(it, it.length / 2));
                changes.put("twice", it -> twice(it));
                changes.put("noise", it -> noise(it.length, chance));
            }
            changes.forEach((kind, change) -> refused(name + ": " + kind, with(name, change.apply(RIGHT.get(name)))));
        }
    }

    /** What stands in each container: also where no entry names the container, so that the seal alone speaks for it. */
    @Test
    void each_part_of_a_sealed_act_with_other_bytes_is_refused() {
        var chance = chance();
        var registered = FULL ? List.of(FROM_SEAT, WITH_FILE) : List.of(chance.nextBoolean() ? FROM_SEAT : WITH_FILE);
        for (var act : Stream.concat(Stream.of(WAITING), registered.stream()).toList()) {
            var name = ThreadBundle.act(act.id());
            var parts = unzipped(RIGHT.get(name));
            for (var part : parts.keySet()) {
                for (int i = 0; i < CHANGES; i++) {
                    refused(name + "/" + part, with(name, container(parts, part, bit(parts.get(part), chance))));
                }
                if (FULL || act == WAITING)
                    refused(name + " without " + part, with(name, container(parts, part, null)));
                if (FULL) refused(name + " empty " + part, with(name, container(parts, part, new byte[0])));
            }
            refused(name + " with more", with(name, container(parts, "attachments/more.txt", NOTE)));
        }
    }

    /** One person's approval in the place of another's, each right by itself, and sealed anew by the host. */
    @Test
    void the_proof_of_another_act_from_the_same_seat_is_refused() {
        var parts = unzipped(JOINT.containers.get(WAITING.id()));
        var other = unzipped(JOINT.containers.get(FROM_SEAT.id()));
        var resealed = TestContainer.of(WAITING);
        resealed.signer = JointRegister.SEALS.get("XB-1");
        resealed.files.clear();
        parts.forEach((name, content) -> {
            if (!name.equals("mimetype") && !name.startsWith("META-INF/")) resealed.files.put(name, content);
        });
        var name = ThreadBundle.act(WAITING.id());
        assertThat(verify(with(name, resealed.build()))).as(said).isEqualTo(ALONE);
        resealed.files.put("seat.json", other.get("seat.json"));
        refused("seat.json of another act", with(name, resealed.build()), "[seat-challenge]");
        resealed.files.remove("seat.json");
        refused("no seat.json", with(name, resealed.build()), "[seat-form]");
        resealed.files.put("seat.json", parts.get("seat.json"));
        resealed.files.put("approvals.json", "[]".getBytes(UTF_8));
        refused("nobody approved", with(name, resealed.build()));
    }

    /** Whoever keeps the register may sign what it likes: it binds itself to what everybody folds. */
    @Test
    void each_field_of_an_entry_that_its_keeper_signs_anew_is_refused() {
        var last = JOINT.entries.getLast().entry();
        var other = JOINT.entries.get(5).entry();
        var name = ThreadBundle.register(last.n());
        var hash = "0".repeat(64);
        var changed = Map.of(
                "network",
                        entry(
                                last,
                                hash,
                                last.n(),
                                last.previous(),
                                last.act(),
                                last.container(),
                                "effective",
                                last.state()),
                "n",
                        entry(
                                last,
                                last.network(),
                                last.n() + 1,
                                last.previous(),
                                last.act(),
                                last.container(),
                                "effective",
                                last.state()),
                "previous",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                hash,
                                last.act(),
                                last.container(),
                                "effective",
                                last.state()),
                "act",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                hash,
                                last.container(),
                                "effective",
                                last.state()),
                "act twice",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                other.act(),
                                other.container(),
                                "effective",
                                last.state()),
                "act that waits",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                WAITING.id(),
                                last.container(),
                                "effective",
                                last.state()),
                "container",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                last.act(),
                                hash,
                                "effective",
                                last.state()),
                "effect",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                last.act(),
                                last.container(),
                                "not-a-party",
                                last.state()),
                "state",
                        entry(
                                last,
                                last.network(),
                                last.n(),
                                last.previous(),
                                last.act(),
                                last.container(),
                                "effective",
                                hash));
        changed.forEach((kind, entry) ->
                refused(kind, with(name, signed(entry, "XA-1").json())));
        // Of another register of the same keeper.
        refused("signed by another party", with(name, signed(last, "XB-1").json()), "[entry-signature]");
        refused("without signature", with(name, new SignedEntry(last, "").json()));
    }

    @Test
    void the_head_says_nothing_that_the_acts_do_not() {
        var head = new String(RIGHT.get("thread.json"), UTF_8);
        var register = certificate("XA-1");
        for (var change : List.of(
                head.replace("XA-1", "XB-1"),
                head.replace(register, certificate("XB-1")),
                head.replace("\"from\":1", "\"from\":2"),
                head.replace("\"from\":1", "\"from\":1.0"),
                head.replace("\"from\":1", "\"from\":99999999999999999999"),
                head.replace("comity-thread/2", "comity-thread/1"),
                head.replace("comity-thread/2", "comity-thread/3"),
                head.replace(TestActs.NETWORK, "0".repeat(64)),
                head.replace(JOINT.thread, "00000000-0000-8000-8000-000000000000"),
                head.replace(JOINT.thread, TestSeat.OTHER),
                head.replace(JOINT.thread, JOINT.thread + "\\u0000"),
                head.replace("XA-1", "\\ud800"),
                head.replace("{\"format\"", "{\"format\":\"comity-thread/2\",\"format\""),
                head.replace("\"network\"", "\"more\":1,\"network\""),
                head.replace("\"keepers\":[", "\"keepers\":[" + "[".repeat(10_000)),
                head + " ")) {
            assertThat(change).isNotEqualTo(head);
            refused(change, with("thread.json", change.getBytes(UTF_8)));
        }
    }

    @Test
    void what_is_no_document_at_all_is_refused_wherever_it_lies() {
        var chance = chance();
        var documents = new LinkedHashMap<String, byte[]>();
        documents.put(
                "nothing but brackets", "[".repeat(FULL ? 4_000_000 : 100_000).getBytes(UTF_8));
        documents.put("deep", "{\"a\":".repeat(FULL ? 800_000 : 20_000).getBytes(UTF_8));
        documents.put("digits", "9".repeat(FULL ? 4_000_000 : 100_000).getBytes(UTF_8));
        documents.put("a number beyond all", "{\"n\":1e999999999}".getBytes(UTF_8));
        documents.put("half a letter", new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
        documents.put("NUL", new byte[1000]);
        documents.put(
                "a ZIP of nothing", new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        documents.put("the beginning of a ZIP", new byte[] {'P', 'K', 3, 4});
        documents.put("a ZIP that grows", zip(Map.of("act.json", new byte[(FULL ? 40 : 6) << 20])));
        documents.put("a ZIP in a ZIP", zip(RIGHT));
        documents.forEach((kind, bytes) -> {
            var names = names(chance);
            for (var name : FULL ? names : List.of(names.get(chance.nextInt(names.size())))) {
                refused(name + ": " + kind, with(name, bytes));
            }
        });
    }

    @Test
    void a_file_that_is_not_where_it_belongs_is_refused() {
        var names = List.copyOf(RIGHT.keySet());
        for (var name : names(chance())) {
            int i = Math.min(names.indexOf(name), names.size() - 2);
            var swapped = new LinkedHashMap<>(RIGHT);
            swapped.put(names.get(i), RIGHT.get(names.get(i + 1)));
            swapped.put(names.get(i + 1), RIGHT.get(names.get(i)));
            refused(names.get(i) + " and the next", swapped);
        }
        var entry = ThreadBundle.register(2);
        refused("an entry twice", with(ThreadBundle.register(99), RIGHT.get(entry)));
        refused("of the thread of seats", with(entry, RIGHT.get(SEATS + entry)));
        refused("in the thread of seats", with(SEATS + entry, RIGHT.get(entry)));
        refused(
                "an act under another name",
                with(ThreadBundle.act("1".repeat(64)), RIGHT.get(ThreadBundle.act(WAITING.id()))));
        refused(
                "an act without its seal",
                with(
                        ThreadBundle.envelope(WAITING.id()),
                        org.comity.proof.form.CanonicalJson.write(
                                WAITING.envelope().json())));
    }

    @Test
    void a_file_that_is_left_out_is_missed() {
        var lastEntry = ThreadBundle.register(JOINT.entries.size());
        // Of its end nobody knows that a register had it, but from another party's export or entry.
        var ends = List.of(lastEntry, ThreadBundle.act(WAITING.id()));
        for (var name : names(chance())) {
            var without = new LinkedHashMap<>(RIGHT);
            without.remove(name);
            if (!ends.contains(name)) refused("without " + name, without);
        }
        var cut = new LinkedHashMap<>(RIGHT);
        cut.remove(lastEntry);
        assertThat(verify(cut)).isEqualTo(ALONE);
        assertThat(said).contains("sent, not registered");

        var unproved = new LinkedHashMap<>(RIGHT);
        unproved.keySet().removeIf(it -> it.startsWith(SEATS));
        verify(unproved);
        assertThat(said)
                .as("without the thread of seats it says what it cannot know")
                .contains("is not here. [seat-ended]");
    }

    @Test
    void a_file_more_is_named_and_the_order_of_files_says_nothing() {
        for (var name : List.of("more.txt", "acts/more", "register/1.json", SEATS + "more", "seats/more/thread.json")) {
            assertThat(verify(with(name, NOTE))).as(said).isIn(1, ALONE);
            assertThat(said).contains(name);
        }
        var backwards = new LinkedHashMap<String, byte[]>();
        List.copyOf(RIGHT.keySet()).reversed().forEach(it -> backwards.put(it, RIGHT.get(it)));
        assertThat(verify(backwards)).as(said).isEqualTo(ALONE);
    }

    @Test
    void names_that_no_export_has_make_no_file_and_no_fault() {
        for (var name : List.of(
                "../thread.json",
                "/etc/passwd",
                "acts/../thread.json",
                "acts\\..\\thread.json",
                "acts/\u0000.json",
                "acts/\u202egnp",
                "register/" + "9".repeat(40_000) + ".json",
                "seats/" + TestSeat.SEATS + "/../thread.json",
                "\ud83d\ude00")) {
            assertThat(verify(with(name, NOTE))).as(said).isIn(1, ALONE);
            assertThat(said).doesNotContain("\u0000", "\u202e");
            plain(name);
        }
    }

    /** It does not know joint threads, and says so: no answer may be taken for a verdict. */
    @Test
    void the_second_implementation_gives_no_verdict_on_a_joint_thread() throws IOException {
        var peer = PythonPeer.needed();
        var file = Files.write(folder.resolve("thread.zip"), zip(RIGHT));

        var answered = peer.run(folder, "", "verify", file.toString());

        assertThat(answered.code()).as(answered.text()).isEqualTo(2);
        assertThat(answered.text()).contains("joint").doesNotContain("Traceback", "does-not-hold", "\"holds\"");
    }

    private void refused(String what, Map<String, byte[]> files, String... why) {
        assertThat(verify(files))
                .as("%s\n%s", what.length() > 200 ? what.substring(0, 200) : what, said)
                .isEqualTo(1);
        for (var each : why) assertThat(said).as(what).contains(each);
        assertThat(said).containsPattern("\\[[a-z-]+]");
        plain(what);
    }

    private void plain(String what) {
        assertThat(said)
                .as(what.length() > 200 ? what.substring(0, 200) : what)
                .doesNotContain("NOT BE CHECKED", "Exception", "Error", "at org.comity");
    }

    private int verify(Map<String, byte[]> files) {
        try {
            var arguments = new ArrayList<>(List.of(
                    Files.write(folder.resolve("thread.zip"), zip(files)).toString()));
            JointRegister.SEALS.forEach((who, key) -> arguments.addAll(
                    List.of("--anchor", "%s/seal=%s".formatted(who, Anchor.fingerprint(key.certificate())))));
            JointRegister.KEEPERS.forEach((who, key) -> arguments.addAll(
                    List.of("--anchor", "%s/register=%s".formatted(who, Anchor.fingerprint(key.certificate())))));
            var out = new ByteArrayOutputStream();
            var print = new PrintStream(out, true, UTF_8);
            int code = Verify.run(arguments.toArray(String[]::new), print, print);
            said = out.toString(UTF_8);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] exported(ThreadBundle.Parts seats) {
        var items = new ArrayList<ThreadBundle.Item>();
        JOINT.acts.forEach(it -> items.add(new SealedAct(it.id(), JOINT.containers.get(it.id()))));
        items.add(new SealedAct(WAITING.id(), JOINT.containers.get(WAITING.id())));
        var out = new ByteArrayOutputStream();
        try {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Parts(
                            new ThreadBundle.Head(
                                    TestActs.NETWORK, JOINT.thread, List.of(JointRegister.keeper("XA-1", 1))),
                            JOINT.entries,
                            items),
                    List.of(seats));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Act withFile(Act act) {
        var it = act.envelope();
        var envelope = new Envelope(
                it.network(),
                it.thread(),
                it.procedure(),
                it.convention(),
                it.type(),
                it.author(),
                it.addressee(),
                it.role(),
                it.time(),
                it.after(),
                it.drill(),
                it.facts(),
                it.body(),
                List.of(Attachment.of("note.txt", "text/plain", NOTE)));
        return new Act(envelope, act.body());
    }

    private static Entry entry(
            Entry it,
            String network,
            long n,
            String previous,
            String act,
            String container,
            String effect,
            String state) {
        return new Entry(network, it.thread(), n, previous, act, container, it.time(), effect, state);
    }

    private static SignedEntry signed(Entry entry, String by) {
        return TestRegister.sign(entry, JointRegister.KEEPERS.get(by).key());
    }

    private static String certificate(String of) {
        try {
            return java.util.Base64.getEncoder()
                    .encodeToString(JointRegister.KEEPERS.get(of).certificate().getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of each folder, another in each run; in a full one all. */
    private static List<String> names(Random chance) {
        if (FULL) return List.copyOf(RIGHT.keySet());
        var kinds = new TreeMap<String, List<String>>();
        for (var name : RIGHT.keySet()) {
            kinds.computeIfAbsent(name.replaceAll("[^/]*$", ""), _ -> new ArrayList<>())
                    .add(name);
        }
        return kinds.values().stream()
                .map(it -> it.get(chance.nextInt(it.size())))
                .toList();
    }

    private static Map<String, byte[]> with(String name, byte[] content) {
        var files = new LinkedHashMap<>(RIGHT);
        files.put(name, content);
        return files;
    }

    /** @param content null: without that part */
    private static byte[] container(Map<String, byte[]> parts, String part, byte[] content) {
        var changed = new LinkedHashMap<>(parts);
        if (content == null) changed.remove(part);
        else changed.put(part, content);
        var type = changed.remove("mimetype");
        return type == null ? zip(changed) : TestContainer.zip(type, changed);
    }

    private static SequencedMap<String, byte[]> unzipped(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                files.put(each.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bit(byte[] right, Random chance) {
        var changed = right.clone();
        changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
        return changed;
    }

    private static byte[] twice(byte[] right) {
        var both = Arrays.copyOf(right, 2 * right.length);
        System.arraycopy(right, 0, both, right.length, right.length);
        return both;
    }

    private static byte[] noise(int length, Random chance) {
        var noise = new byte[length];
        chance.nextBytes(noise);
        return noise;
    }

    private static Random chance() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TamperedJointThreadTest -Dseed=" + seed);
        return new Random(seed);
    }
}
