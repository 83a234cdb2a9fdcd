package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.Migration;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers that were made before it was kept of which act: the act's own PDF is known, any other is ours by its file no more. */
class PapersOfActsTest {

    private static final String FILE = "cooperation/V410_620__papers_of_acts.sql";

    @Test
    void the_pdf_that_a_draft_still_has_is_of_its_act_and_nothing_else_stays() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("thread", "cooperation"));
        db.sql("alter table cooperation.order_paper alter column act drop not null")
                .update();
        db.sql("""
                insert into cooperation.draft (id, procedure, type, role, counterpart, thread, body, facts, status, version,
                                               written_by, saved_at, act, act_pdf)
                values ('d', 'p/1', 'extend', 'requesting', 'ZZ-Lake', 't', '{}', '{}', 'SENT', 1, 'maren', now(), 'a', 'pdf')
                """).update();
        db.sql("""
                insert into cooperation.order_paper (sha256, thread)
                values (encode(sha256('pdf'), 'hex'), 't'), (encode(sha256('given back'), 'hex'), 't'),
                       (encode(sha256('letter'), 'hex'), 't')
                """).update();

        db.sql(Migration.statement(FILE, "update")).update();
        db.sql(Migration.statement(FILE, "delete")).update();

        assertThat(db.sql("select act from cooperation.order_paper")
                        .query(String.class)
                        .list())
                .containsExactly("a");
    }
}
