package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.database.PracticeDatabase;
import org.comity.database.ReadBlocks;
import org.comity.proof.table.JointState.Invited;
import org.comity.proof.table.JointState.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In which threads an authority has a part at us now is known without reading those in which it had one. */
class PartiesAtUsTest {

    private static final String THREAD = "thread-1";
    private static final Map<String, Party> NOBODY = Map.of();
    private static final Map<String, Invited> NOBODY_ASKED = Map.of();

    private JdbcClient db;
    private PartyRows parties;

    @BeforeEach
    void a_thread() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("thread", 1));
        parties = new PartyRows(db);
        db.sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                select 'thread-' || n, 'gathering/1', 'uncc/1', false, 'XA-1', 'XA-1', 'PARTY', now(), now()
                  from generate_series(1, 3000) as n
                """).update();
    }

    @Test
    void who_is_asked_and_comes_in_has_a_part_until_it_goes_and_again_when_it_is_asked_again() {
        var asked = Map.of("XD-1", invited("XA-1"));
        parties.asked(THREAD, NOBODY_ASKED, asked);
        assertThat(now()).containsExactly(THREAD);
        assertThat(past()).isFalse();

        var in = Map.of("XD-1", new Party("member", 3, "XA-1", false));
        parties.asked(THREAD, asked, NOBODY_ASKED);
        parties.moved(THREAD, NOBODY, in, 3);
        assertThat(now()).containsExactly(THREAD);
        assertThat(past()).as("it is the same one").isFalse();

        parties.moved(THREAD, in, NOBODY, 5);
        assertThat(now()).isEmpty();
        assertThat(past()).isTrue();

        parties.asked(THREAD, NOBODY_ASKED, asked);
        assertThat(now()).containsExactly(THREAD);
        assertThat(past()).isFalse();

        parties.asked(THREAD, asked, NOBODY_ASKED);
        assertThat(now()).as("it said no").isEmpty();
        assertThat(past()).isTrue();
        assertThat(parties.spokenFor("XD-1", "XA-1", "")).containsExactly(THREAD);
    }

    @Test
    void who_is_asked_to_speak_elsewhere_has_no_part_at_us() {
        var elsewhere = Map.of("XD-1", invited("XB-1"));
        parties.asked(THREAD, NOBODY_ASKED, elsewhere);
        assertThat(now()).isEmpty();
        parties.asked(THREAD, elsewhere, Map.of("XD-1", invited("XA-1")));
        assertThat(now()).containsExactly(THREAD);
        assertThat(parties.spokenForNow("XD-1", "XB-1", 9)).isEmpty();
        parties.asked(THREAD, NOBODY_ASKED, Map.of("XE-1", invited(null)));
        assertThat(parties.spokenForNow("XE-1", "XA-1", 9)).isEmpty();
    }

    @Test
    void what_it_left_is_not_read_to_find_what_it_is_in() {
        db.sql("""
                insert into thread.asked_at (participant, thread, at, waits)
                select 'XD-1', id, 'XA-1', id = 'thread-2' from thread.joint
                """).update();
        db.sql("""
                insert into thread.party (thread, participant, role, from_n, until_n, from_here, at)
                select id, 'XD-1', 'member', 2, case when id <> 'thread-1' then 3 end, false, 'XA-1'
                  from thread.joint where id <> 'thread-2'
                """).update();
        db.sql("vacuum analyze thread.asked_at, thread.party").update();

        assertThat(now()).containsExactly("thread-1", "thread-2");
        assertThat(parties.spokenForNow("XD-1", "XA-1", 1)).containsExactly("thread-1");
        assertThat(past()).isTrue();
        assertThat(ReadBlocks.of(db, named(PartyRows.SPOKEN_FOR_NOW).replace(":most", "9")))
                .isLessThan(12);
        assertThat(ReadBlocks.of(db, named(PartyRows.SPOKE_FOR))).isLessThan(25);
    }

    /** As the migration finds it in the state of each thread. */
    @Test
    void of_before_it_is_known_by_the_state() throws Exception {
        parties.asked(THREAD, NOBODY_ASKED, Map.of("XD-1", invited("XA-1"), "XE-1", invited("XA-1")));
        db.sql("update thread.asked_at set waits = false").update();
        db.sql("update thread.joint set state = :state where id = :id")
                .param("state", "{\"invited\":{\"XD-1\":{\"at\":\"XA-1\"},\"XE-1\":{}},\"keeper\":\"XA-1\"}")
                .param("id", THREAD)
                .update();
        var migration = new org.springframework.core.io.ClassPathResource("db/migration/thread/V230_88__at_us_now.sql")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        db.sql(migration.split(";")[1]).update();

        assertThat(now()).containsExactly(THREAD);
        assertThat(parties.spokenForNow("XE-1", "XA-1", 9)).isEmpty();
    }

    private List<String> now() {
        return parties.spokenForNow("XD-1", "XA-1", 9);
    }

    private boolean past() {
        return parties.spokeFor("XD-1", "XA-1");
    }

    private static Invited invited(String at) {
        return new Invited("act", List.of(), "member", "all", at);
    }

    private static String named(String sql) {
        return sql.replace(":name", "'XD-1'").replace(":at", "'XA-1'");
    }
}
