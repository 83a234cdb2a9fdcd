package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.Entry;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each check at the door refuses with its own code, and nothing is stored. */
class ThreadDoorTest {

    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);

    private PracticeNode requested;
    private String thread;

    @BeforeEach
    void a_thread_with_its_opening_act() throws Exception {
        requested = new PracticeNode(
                "XB-1", PracticeDatabase.emptied("thread", 2), new ThreadLimits(3, 10, 1000, 10, 3), NOON);
        thread = UUID.randomUUID().toString();
        requested.keepReceived(Acts.in(thread).requesting().open("XA-2026-000001"));
    }

    @Test
    void an_act_of_another_network() {
        refuses("wrong-network", following().with("network", "6".repeat(64)).sealed("say"));
    }

    @Test
    void a_procedure_or_version_that_is_not_known() {
        refuses("unknown-procedure", following().with("procedure", "parley/2").sealed("say"));
    }

    @Test
    void an_opening_act_in_a_procedure_that_the_addressees_entry_does_not_list() {
        refuses("unknown-procedure", opening().with("procedure", "parley/0").open("XA-2026-000002"));
        refusesOwn(
                "unknown-procedure",
                opening().between("XB-1", "XC-1").with("procedure", "parley/0").open("XB-2026-000002"));
        refusesOwn(
                "unknown-procedure", ofDorvane().with("procedure", "parley/0").open("XB-2026-000002"));
    }

    @Test
    void a_step_that_is_not_known() {
        refuses("unknown-type", following().sealed("sing"));
    }

    @Test
    void a_step_by_the_wrong_role() {
        refuses("wrong-role", following().fact("value", "1").sealed("offer"));
    }

    @Test
    void a_role_that_the_author_does_not_have_in_this_thread() {
        refuses("wrong-role", following().with("role", "requested").sealed("say"));
    }

    @Test
    void a_thread_that_is_not_known() {
        refuses(
                "unknown-thread",
                Acts.in(UUID.randomUUID().toString()).requesting().sealed("say"));
    }

    @Test
    void an_act_in_somebody_elses_thread() {
        refuses("not-a-party", following().with("author", "XC-1").sealed("say"));
        refuses("not-a-party", following().with("addressee", "XC-1").sealed("say"));
    }

    @Test
    void an_act_in_our_own_name_from_outside() {
        refuses("not-a-party", Acts.in(thread).requested().sealed("say"));
    }

    @Test
    void an_opening_act_that_addresses_somebody_else() {
        refuses("not-a-party", opening().with("addressee", "XC-1").open("XA-2026-000002"));
        refuses("not-a-party", opening().between("XB-1", "XC-1").open("XB-2026-000002"));
    }

    @Test
    void an_opening_act_of_a_stranger_or_of_one_without_a_node() {
        refuses("not-a-party", opening().with("author", "XZ-9").open("XZ-2026-000002"));
        refuses("not-a-party", opening().with("author", "XD-1").open("XD-2026-000002"));
    }

    @Test
    void an_opening_act_of_or_to_a_kind_of_participant_that_the_procedure_is_not_for() {
        refuses("wrong-kind", opening().with("author", "XS-1").open("XS-2026-000002"));
        refusesOwn("wrong-kind", opening().between("XB-1", "XS-1").open("XB-2026-000002"));
    }

    @Test
    void a_reference_that_is_missing_or_of_another_state_or_taken() {
        refuses("wrong-reference", opening().sealed("open"));
        refuses("wrong-reference", opening().open("XC-2026-000002"));
        refuses("reference-taken", opening().open("XA-2026-000001"));
    }

    @Test
    void a_second_opening_act() {
        refuses("already-opened", following().open("XA-2026-000002"));
    }

    @Test
    void another_version_of_the_convention_data_or_a_drill_in_earnest() {
        refuses("other-version", following().with("convention", "uncc/2").sealed("say"));
        refuses("other-version", following().with("drill", true).sealed("say"));
    }

    @Test
    void a_second_container_for_a_known_act() {
        var act = following().sealed("say");
        requested.keepReceived(act);

        refuses("second-container", new SealedAct(act.act(), new byte[] {1}));
    }

    @Test
    void fields_that_break_the_rules_of_the_procedure() {
        var requesting = new PracticeNode("XA-1", fresh(), PracticeNode.LIMITS, NOON);
        requesting.keepOwn(Acts.in(thread).requesting().open("XA-2026-000001"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requesting.keepReceived(
                        Acts.in(thread).requested().fact("value", "much").sealed("offer")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("parley.no-value"));
        assertThatExceptionOfType(Parley.NoValue.class)
                .isThrownBy(() -> requested.keepOwn(Acts.in(thread).requested().sealed("offer")));
    }

    @Test
    void more_than_sixteen_acts_seen() {
        var sixteen = following().with("after", seen(16));
        refuses("too-many-after", following().with("after", seen(17)).sealed("say"));

        assertThat(requested.keepReceived(sixteen.sealed("say")).isNew()).isTrue();
    }

    @Test
    void more_acts_than_a_thread_may_hold() {
        requested.keepReceived(following().saying("two").sealed("say"));
        assertThat(requested
                        .keepReceived(following().saying("three").sealed("say"))
                        .isNew())
                .isTrue();

        refuses("thread-full", following().saying("four").sealed("say"));
        assertThat(requested
                        .keepReceived(following().saying("three").sealed("say"))
                        .isNew())
                .isFalse();
    }

    @Test
    void an_entry_of_another_network_or_of_a_thread_that_is_not_known() {
        var entry = requested.threads.entries(thread, 0).getFirst();
        var foreign = new Entry(
                "6".repeat(64),
                thread,
                2,
                entry.entry().hash(),
                "a".repeat(64),
                "a".repeat(64),
                Acts.NOON,
                "effective",
                "a".repeat(64));

        refusesEntry("wrong-network", foreign);
        refusesEntry("unknown-thread", in(UUID.randomUUID().toString(), foreign));
        refusesEntry("not-the-keeper", in(thread, foreign));
    }

    @Test
    void an_entry_from_somebody_who_is_not_a_party() {
        var entry = requested.threads.entries(thread, 0).getFirst();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.in(threads -> {
                    threads.keepEntry(entry, "XC-1");
                    return null;
                }))
                .satisfies(it -> assertThat(it.code()).isEqualTo("not-a-party"));
    }

    @Test
    void an_act_of_another_in_our_own_keeping() {
        refusesOwn("not-a-party", following().sealed("say"));
        refusesOwn("not-a-party", opening().open("XA-2026-000002"));
    }

    @Test
    void recorded_acts_of_a_counterpart_that_has_a_node_itself() {
        refusesOwn(
                "counterpart-has-a-node",
                Acts.in(thread)
                        .requested()
                        .with("role", "requesting")
                        .fact("recorded", "bag")
                        .sealed("say"));
        refusesOwn(
                "counterpart-has-a-node",
                opening().between("XB-1", "XC-1").fact("recorded", "bag").open("XB-2026-000002"));
    }

    /** Else its author would keep the register (R35). */
    @Test
    void an_opening_act_between_nodes_that_says_it_went_by_letter() {
        refuses("unknown-channel", opening().fact("channel", "mail").open("XA-2026-000002"));
        refusesOwn(
                "unknown-channel",
                opening().between("XB-1", "XC-1").fact("channel", "bag").open("XB-2026-000002"));
    }

    @Test
    void an_act_that_another_node_recorded() {
        refuses("recorded-by-another", following().fact("recorded", "mail").sealed("say"));
        refuses("recorded-by-another", opening().fact("recorded", "mail").open("XA-2026-000002"));
    }

    @Test
    void a_recorded_act_by_no_known_channel_or_of_a_third() {
        refusesOwn("unknown-channel", ofDorvane().fact("recorded", "node").open("XB-2026-000002"));
        refusesOwn("unknown-channel", ofDorvane().fact("recorded", "pigeon").open("XB-2026-000002"));
        refusesOwn(
                "not-a-party",
                ofDorvane().fact("recorded", "mail").fact("speaker", "XC-1").open("XB-2026-000002"));
    }

    @Test
    void the_others_role_without_saying_that_we_wrote_it_down() {
        var paper = ofDorvane().fact("recorded", "mail").open("XB-2026-000002");
        requested.keepOwn(paper);
        var next = Acts.in(paper.act().envelope().thread()).between("XB-1", "XD-1");

        refusesOwn("wrong-role", next.with("role", "requesting").sealed("say"));
        assertThat(requested
                        .keepOwn(next.with("role", "requesting")
                                .fact("recorded", "phone")
                                .sealed("say"))
                        .entry())
                .isNotNull();
        assertThat(requested
                        .keepOwn(next.with("role", "requested").sealed("say"))
                        .entry())
                .isNotNull();
    }

    private static Acts ofDorvane() {
        return opening().between("XB-1", "XD-1");
    }

    private void refusesOwn(String code, SealedAct act) {
        var before = stored();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.keepOwn(act))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        assertThat(stored()).isEqualTo(before);
    }

    private Acts following() {
        return Acts.in(thread).requesting();
    }

    private static Acts opening() {
        return Acts.in(UUID.randomUUID().toString()).requesting();
    }

    private void refuses(String code, SealedAct act) {
        var before = stored();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.keepReceived(act))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        assertThat(stored()).isEqualTo(before);
    }

    private void refusesEntry(String code, Entry entry) {
        var before = stored();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.keepEntry(PracticeParticipants.sign("XA-1", entry)))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        assertThat(stored()).isEqualTo(before);
    }

    private List<Object> stored() {
        return List.of("thread", "act", "body", "container", "entry", "parked", "dispute_proof").stream()
                .<Object>map(table -> requested
                        .db
                        .sql("select count(*) from thread." + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static Entry in(String thread, Entry entry) {
        return new Entry(
                PracticeParticipants.NETWORK,
                thread,
                entry.n(),
                entry.previous(),
                entry.act(),
                entry.container(),
                entry.time(),
                entry.effect(),
                entry.state());
    }

    private static List<String> seen(int number) {
        return IntStream.range(0, number).mapToObj("%064x"::formatted).toList();
    }

    private static DataSource fresh() {
        try {
            return PracticeDatabase.emptied("thread", 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
