package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.comity.database.Migration;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What awaited an order before the request itself said so awaits it afterwards. */
class AwaitedOrdersFilledTest {

    @Test
    void the_newest_word_of_the_file_says_whether_an_order_is_awaited() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 5));
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, turn, opened_at,
                        changed_at, emergency, confidential, channel)
                select thread, thread, 'XB-1', 'preservation/1', 'XB-1', 'requested', 'mail', 'Requested', 'OURS', now(),
                       now(), false, false, 'NODE'
                  from unnest(array['never', 'waits', 'granted', 'refused', 'again', 'unasked']) as thread
                """).update();
        db.sql("""
                insert into cooperation.file_line (thread, kind, text, number, time, official)
                values ('never', 'NOTE', '', '', now(), 'o1'), ('waits', 'PASSED_ON', '', '', now(), 'o1'),
                       ('granted', 'PASSED_ON', '', '', now(), 'o1'), ('granted', 'ORDER', '', '', now(), 'o1'),
                       ('refused', 'PASSED_ON', '', '', now(), 'o1'), ('refused', 'ORDER_REFUSED', '', '', now(), 'o1'),
                       ('again', 'PASSED_ON', '', '', now(), 'o1'), ('again', 'ORDER', '', '', now(), 'o1'),
                       ('again', 'PASSED_ON', '', '', now(), 'o1'), ('unasked', 'ORDER', '', '', now(), 'o1')
                """).update();

        db.sql(Migration.statement("cooperation/V410_340__awaits_order.sql", "update"))
                .update();

        assertThat(new WaitingRows(db).awaitingOrder(Set.of(), null, 50))
                .extracting(it -> it.thread())
                .containsExactlyInAnyOrder("waits", "again");
    }
}
