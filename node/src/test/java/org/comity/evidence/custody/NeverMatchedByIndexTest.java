package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.comity.database.ReadBlocks;
import org.comity.evidence.Item.State;
import org.comity.evidence.ManyItems;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sealed and never matched is found without reading all that ever was. */
class NeverMatchedByIndexTest {

    @Test
    void a_look_reads_what_is_sealed_alone() throws Exception {
        var source = PracticeDatabase.emptied("evidence", 1);
        var db = JdbcClient.create(source);
        new ManyItems(source, "matched").put(5_000, State.MATCHED);
        db.sql("insert into evidence.custody (item, n, time, what) select id, 1, now(), 'matched' from evidence.item")
                .update();
        new ManyItems(source, "sealed").put(2, State.SEALED);
        db.sql("""
                insert into evidence.custody (item, n, time, what)
                select id, 1, now(), 'not-matched' from evidence.item where thread = 'sealed' order by begun_at limit 1
                """).update();
        db.sql("vacuum analyze evidence.item, evidence.custody").update();

        assertThat(ReadBlocks.of(db, ItemRows.NEVER_MATCHED)).isLessThan(20);
        assertThat(new ItemRows(db).neverMatched())
                .containsExactly(
                        db.sql("select id from evidence.item where thread = 'sealed' order by begun_at desc limit 1")
                                .query(java.util.UUID.class)
                                .single());
    }
}
