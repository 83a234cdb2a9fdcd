package org.comity.proof.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;
import static org.comity.proof.register.JointRegister.keeper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.comity.proof.act.Act;
import org.comity.proof.act.JointThread;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules R12, R13, R35, R70, R90, R91, R100 and R141 of docs/protocol, as whoever has only an export checks them. */
class JointThreadTest {

    private static final JointRegister RIGHT = JointRegister.ofThree();
    private static final List<Keeper> TERMS = List.of(keeper("XA-1", 1), keeper("XB-1", 9));

    @TempDir
    Path folder;

    private String said = "";

    @Test
    void a_thread_of_three_that_was_handed_over_holds_and_says_who_took_part() throws IOException {
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries))).as(said).isZero();

        assertThat(said)
                .contains(
                        "XA-1 (host) from entry 1 to 10; XB-1 (member) from entry 3; XC-1 (member) from entry 6, shown what was said from there on. Kept by XA-1 from entry 1, XB-1 from entry 9.",
                        "The thread is the one that its opening act names.",
                        "Each act's author had seen an entry of this register.",
                        "Each entry is of whoever kept the register then, by the acts.");
    }

    @Test
    void an_envelope_says_all_parties_and_a_role_in_a_thread_of_version_8_alone() {
        var act = RIGHT.acts.get(3);

        assertThat(Act.read(act.json())).isEqualTo(act);
        assertThat(act.envelope().joint()).isTrue();
        assertRefused("thread-id", () -> Act.read(changed(act, it -> it.put("addressee", "XA-1"), "requested")));
        assertRefused("thread-id", () -> Act.read(changed(act, it -> it.put("thread", TestActs.THREAD), "member")));
        assertRefused("field", () -> Act.read(changed(act, it -> {}, "Member")));
        assertRefused("field", () -> Act.read(changed(act, it -> {}, "m".repeat(33))));
        assertRefused("field", () -> Act.read(changed(act, it -> it.put("author", "*"), "member")));
        var two = TestActs.request();
        assertRefused("field", () -> Act.read(changed(two, it -> {}, "member")));
        assertRefused("thread-id", () -> Act.read(changed(two, it -> it.put("thread", RIGHT.thread), "requesting")));
    }

    @Test
    void the_id_is_made_of_the_opening_act_so_nobody_opens_it_again() throws IOException {
        var opening = RIGHT.acts.getFirst().envelope();
        assertThat(JointThread.id(opening)).isEqualTo(RIGHT.thread).matches("[0-9a-f-]{14}8[0-9a-f]{3}-[89ab].*");

        var other = new JointRegister();
        other.thread = RIGHT.thread;
        other.say("XA-1", "open", "host", Map.of("reference", "XA-2027-000002"));
        assertThat(verify(other.write(zip(), List.of(keeper("XA-1", 1)), other.entries)))
                .isEqualTo(1);
        assertThat(said).contains("[thread-id]");
    }

    @Test
    void a_register_that_another_party_made_is_refused() throws IOException {
        var byOther = RIGHT.anew(RIGHT.acts, JointRegister.KEEPERS.get("XB-1"));
        assertThat(verify(RIGHT.write(zip(), List.of(keeper("XB-1", 1)), byOther)))
                .isEqualTo(1);
        assertThat(said).contains("[keeper-term]");

        var named = new Keeper("XA-1", JointRegister.KEEPERS.get("XB-1").certificate(), 1);
        assertThat(verify(RIGHT.write(zip(), List.of(named), byOther))).isEqualTo(1);
        assertThat(said).contains("[keeper]");
    }

    @Test
    void nobody_signs_outside_its_term() throws IOException {
        var terms = List.of(keeper("XA-1", 1), keeper("XB-1", 8));
        var early = RIGHT.anew(RIGHT.acts, keys(7, "XA-1", "XB-1"));
        assertThat(verify(RIGHT.write(zip(), terms, early))).isEqualTo(1);
        assertThat(said).contains("when entries [8] were made. [keeper-term]");

        var late = RIGHT.anew(RIGHT.acts, JointRegister.KEEPERS.get("XA-1"));
        assertThat(verify(RIGHT.write(zip(), List.of(keeper("XA-1", 1)), late))).isEqualTo(1);
        assertThat(said).contains("when entries [9, 10] were made. [keeper-term]");

        var moved = List.of(keeper("XA-1", 1), keeper("XB-1", 10));
        assertThat(verify(RIGHT.write(zip(), moved, RIGHT.entries))).isEqualTo(1);
        assertThat(said).contains("[keeper-term]", "[entry-signature]");
    }

    /** Its true keeper may sign anew as it likes: the seals of the others bind it. */
    @Test
    void a_keeper_that_leaves_out_an_act_contradicts_what_others_had_seen() throws IOException {
        var without = new ArrayList<>(RIGHT.acts);
        without.remove(3);
        var anew = RIGHT.anew(without, keys(7, "XA-1", "XB-1"));

        assertThat(verify(RIGHT.write(zip(), List.of(keeper("XA-1", 1), keeper("XB-1", 8)), anew)))
                .isEqualTo(1);
        assertThat(said).contains("[seen]").doesNotContain("[effect]", "[state]", "[entry-signature]");
    }

    @Test
    void an_act_without_what_its_author_had_seen_is_refused() throws IOException {
        for (var seen : List.of(
                "none",
                "3 " + "0".repeat(64),
                "9 " + RIGHT.entries.get(8).entry().hash())) {
            var register = JointRegister.ofThree();
            register.say("XC-1", "say", "member", Map.of("seen", seen));
            assertThat(verify(register.write(zip(), TERMS, register.entries)))
                    .as(seen)
                    .isEqualTo(1);
            assertThat(said).contains("The authors of the acts of entries [11]", "[seen]");
        }
    }

    @Test
    void what_a_late_party_was_not_shown_is_named_and_what_was_deleted_otherwise_too() throws IOException {
        var early = RIGHT.acts.get(3).id();
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries, early))).isEqualTo(3);
        assertThat(said).contains("entry 4 lies before the day from which XC-1 is shown what is said");

        var later = RIGHT.acts.get(8).id();
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries, later))).isEqualTo(3);
        assertThat(said).contains("the seal was deleted with the text").doesNotContain("is shown what is said");
    }

    @Test
    void a_register_with_no_other_partys_act_is_its_keepers_word_alone() throws IOException {
        var alone = new JointRegister();
        alone.say("XA-1", "open", "host", Map.of());
        alone.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        assertThat(verify(alone.write(zip(), List.of(keeper("XA-1", 1)), alone.entries)))
                .as(said)
                .isEqualTo(6);
        assertThat(said).contains("No other party's sealed act is here");

        var deleted = alone.acts.getFirst().id();
        assertThat(verify(alone.write(zip(), List.of(keeper("XA-1", 1)), alone.entries, deleted)))
                .as(said)
                .isEqualTo(6);
        assertThat(said)
                .as("what was deleted is the keeper's own")
                .doesNotContain("an export that still has it", "[only-envelopes]");
    }

    /** Nobody signs for another: who took over bears witness to what lies before its term, and an envelope to nothing. */
    @Test
    void what_others_said_and_was_deleted_leaves_their_signatures_as_keepers_and_else_one_word_alone()
            throws IOException {
        var others = RIGHT.acts.stream()
                .filter(it -> !it.envelope().author().equals("XA-1"))
                .map(Act::id)
                .toArray(String[]::new);
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries, others)))
                .as(said)
                .isEqualTo(3);
        assertThat(said).doesNotContain("[keeper-alone]");

        var before = RIGHT.entries.subList(0, 8);
        assertThat(verify(RIGHT.write(zip(), List.of(keeper("XA-1", 1)), before, others)))
                .as(said)
                .isEqualTo(6);
        assertThat(said)
                .contains(
                        "BY THE WORD OF ITS KEEPER ALONE",
                        "Nothing proves who said what was deleted here",
                        "Of what XB-1, XC-1 said only envelopes are left",
                        "[only-envelopes]");
    }

    @Test
    void an_act_of_two_keepers_with_their_seals_is_no_word_of_one_alone() throws IOException {
        var two = new JointRegister();
        two.say("XA-1", "open", "host", Map.of());
        var asked = two.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        two.say("XB-1", "join", "member", Map.of("invitation", asked));
        two.say("XA-1", "hand-over", "host", Map.of("party", "XB-1"));
        two.say("XB-1", "take-over", "member", Map.of());
        assertThat(verify(two.write(zip(), List.of(keeper("XA-1", 1)), two.entries)))
                .as(said)
                .isZero();
    }

    @Test
    void who_went_and_came_back_may_read_later_texts_alone_and_it_is_said() throws IOException {
        var back = new JointRegister();
        back.say("XA-1", "open", "host", Map.of());
        var asked = back.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        back.say("XB-1", "join", "member", Map.of("invitation", asked));
        var early = back.say("XB-1", "say", "member", Map.of());
        back.say("XB-1", "leave", "member", Map.of());
        var again = back.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        back.say("XB-1", "join", "member", Map.of("invitation", again));
        var late = back.say("XB-1", "say", "member", Map.of());

        assertThat(verify(back.write(zip(), List.of(keeper("XA-1", 1)), back.entries, early)))
                .as(said)
                .isEqualTo(3);
        assertThat(said)
                .contains(
                        "A copy of XB-1, which went with entry 5 and came back with entry 7, may have later texts alone");
        assertThat(verify(back.write(zip(), List.of(keeper("XA-1", 1)), back.entries, late)))
                .as(said)
                .isEqualTo(3);
        assertThat(said).doesNotContain("came back");
    }

    @Test
    void the_head_names_keepers_in_the_one_form_of_joint_threads() throws IOException {
        var head = new ThreadBundle.Head(TestActs.NETWORK, RIGHT.thread, List.of(keeper("XA-1", 1)));
        assertThat(new String(head.json(), UTF_8)).contains("comity-thread/2");
        assertThat(ThreadBundle.Head.read(head.json())).isEqualTo(head);
        var two = new ThreadBundle.Head(TestActs.NETWORK, TestActs.THREAD, List.of(keeper("XA-1", 1)));
        assertThat(new String(two.json(), UTF_8)).contains("comity-thread/1");
        var first = new TreeMap<>(CanonicalJson.read(two.json()));
        first.put("thread", RIGHT.thread);
        assertRefused("field", () -> ThreadBundle.Head.read(CanonicalJson.write(first)));
    }

    @Test
    void two_copies_of_one_register_are_equal_as_far_as_both_go() throws IOException {
        var theirs = RIGHT.write(folder.resolve("theirs.zip"), List.of(keeper("XA-1", 1)), RIGHT.entries.subList(0, 5));
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries), "--also", theirs.toString()))
                .as(said)
                .isZero();
        assertThat(said).contains("Equal in the 5 entries that both have; 10 are here, 5 there.");
    }

    @Test
    void a_keeper_with_two_faces_has_signed_the_proof() throws IOException {
        var other = JointRegister.ofThree();
        var face = new ArrayList<>(other.entries.subList(0, 9));
        var act = other.act("XC-1", "propose", "member", Map.of());
        var container = JointRegister.seal(act);
        other.anew(other.acts.subList(0, 9), keys(8, "XA-1", "XB-1"));
        face.add(other.next(face, act, container, JointRegister.KEEPERS.get("XB-1")));
        other.acts.add(act);
        other.containers.put(act.id(), container);

        // Sealed anew each time, so the same acts lie in other containers: the shared part is one register's.
        var shared = RIGHT.write(zip(), TERMS, RIGHT.entries);
        assertThat(verify(
                        shared,
                        "--also",
                        other.write(folder.resolve("face.zip"), TERMS, face).toString()))
                .isEqualTo(1);
        assertThat(said).contains("The keeper signed another entry 1 than the one here; both are proof", "[fork]");

        var kept = folder.resolve("entry.json");
        Files.write(kept, face.getLast().json());
        assertThat(verify(shared, "--head", kept.toString())).isEqualTo(1);
        assertThat(said).contains("[fork]");
        Files.write(
                kept,
                TestRegister.sign(face.getLast().entry(), TestCertificates.XA.key())
                        .json());
        assertThat(verify(shared, "--head", kept.toString())).isEqualTo(1);
        assertThat(said).contains("[head]").doesNotContain("[fork]");
    }

    @Test
    void an_entry_kept_elsewhere_shows_that_the_end_was_cut() throws IOException {
        var kept = folder.resolve("entry.json");
        Files.write(kept, RIGHT.entries.get(6).json());
        assertThat(verify(RIGHT.write(zip(), TERMS, RIGHT.entries), "--head", kept.toString()))
                .as(said)
                .isZero();

        var cut = RIGHT.write(zip(), List.of(keeper("XA-1", 1)), RIGHT.entries.subList(0, 6));
        assertThat(verify(cut)).as(said).isZero();
        assertThat(verify(cut, "--head", kept.toString())).isEqualTo(1);
        assertThat(said).contains("The keeper signed entry 7, and it is not here: this copy was made before that");
    }

    @Test
    void copies_are_compared_with_threads_alone() throws IOException {
        var act = folder.resolve("act.asice");
        Files.write(act, RIGHT.containers.get(RIGHT.acts.getFirst().id()));
        var kept = folder.resolve("entry.json");
        Files.write(kept, RIGHT.entries.get(6).json());
        assertThat(verify(act, "--head", kept.toString())).isEqualTo(2);
        assertThat(said).contains("--also and --head are for an exported thread.");
    }

    private Path zip() {
        return folder.resolve("thread.zip");
    }

    private static TestCertificates[] keys(int first, String one, String other) {
        var keys = new ArrayList<TestCertificates>();
        for (int i = 0; i < first; i++) keys.add(JointRegister.KEEPERS.get(one));
        keys.add(JointRegister.KEEPERS.get(other));
        return keys.toArray(TestCertificates[]::new);
    }

    private static byte[] changed(Act act, Consumer<Map<String, Object>> change, String role) {
        var envelope = new TreeMap<>(act.envelope().json());
        envelope.put("role", role);
        change.accept(envelope);
        return CanonicalJson.write(Map.of("envelope", envelope, "body", act.body()));
    }

    private int verify(Path path, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(path.toString()));
        arguments.addAll(List.of(more));
        JointRegister.SEALS.forEach((who, key) -> arguments.addAll(
                List.of("--anchor", "%s/seal=%s".formatted(who, Anchor.fingerprint(key.certificate())))));
        JointRegister.KEEPERS.forEach((who, key) -> arguments.addAll(
                List.of("--anchor", "%s/register=%s".formatted(who, Anchor.fingerprint(key.certificate())))));
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments.toArray(String[]::new), print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
