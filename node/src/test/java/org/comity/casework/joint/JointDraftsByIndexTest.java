package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in hand is found without reading the acts that were sent, which stay. */
class JointDraftsByIndexTest {

    private JdbcClient db;

    @BeforeEach
    void many_were_sent() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 1));
        db.sql("""
                insert into cooperation.joint_draft
                       (id, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at,
                        submitted_at)
                select 'd' || n, 'p', 't', 'uncc/1', '{}', '{}', '',
                       case n when 1 then 'WRITING' when 2 then 'SUBMITTED' else 'SENT' end, 1, 'maren', now(), now()
                  from generate_series(1, 20000) as n
                """).update();
        db.sql("analyze cooperation.joint_draft").update();
    }

    @Test
    void what_waits_for_an_approval() {
        assertThat(plan(JointDraftRows.SUBMITTED))
                .contains("joint_draft_submitted")
                .doesNotContain("Seq Scan");
        assertThat(new JointDraftRows(db).submitted())
                .extracting(JointDraft::id)
                .containsExactly("d2");
    }

    @Test
    void how_many_are_in_hand() {
        assertThat(plan(JointDraftRows.COUNT_UNSENT))
                .contains("joint_draft_in_hand")
                .doesNotContain("Seq Scan");
        assertThat(new JointDraftRows(db).unsent()).isEqualTo(2);
    }

    @Test
    void what_is_in_hand() {
        assertThat(plan(JointDraftRows.IN_HAND)).contains("joint_draft_in_hand").doesNotContain("Seq Scan");
        assertThat(new JointDraftRows(db).inHand()).extracting(JointDraft::id).containsExactlyInAnyOrder("d1", "d2");
    }

    private String plan(String sql) {
        return String.join("\n", db.sql("explain " + sql).query(String.class).list());
    }
}
