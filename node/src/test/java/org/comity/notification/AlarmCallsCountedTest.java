package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls stay with their requests for years; the figures of one week read an index, not all of them. */
class AlarmCallsCountedTest {

    @Test
    void the_figures_of_the_health_page_are_counted_by_an_index() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("notification"));
        db.sql("""
                insert into notification.alarm_call
                       (thread, emergency, who, after_seconds, how, target, status, next_attempt, planned_at, settled_at)
                select 't' || n, true, 'ON_DUTY', 0, case when n % 2 = 0 then 'MAIL' else 'HOOK' end, 'a@xa.example',
                       case when n % 1000 = 0 then 'FAILED' else 'SENT' end, at, at, at
                  from (select n, timestamptz '2026-01-01Z' + n * interval '1 hour' as at
                          from generate_series(1, 20000) n) as called
                """).update();
        db.sql("analyze notification.alarm_call").update();

        var figures = MailRows.figuresSql("notification.alarm_call").replace(":since", "timestamptz '2028-04-01Z'");
        var plan = String.join(
                "\n", db.sql("explain " + figures).query(String.class).list());

        assertThat(plan).contains("alarm_call_settled").doesNotContain("Seq Scan");
    }
}
