package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures are added up of all States that sent some, however many records there are. */
class ReadingCollectionsTest {

    @Test
    void every_record_of_a_shelf_is_read_the_newest_first() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("commons"));
        int many = KeptRows.MOST + 2;
        db.sql("""
                insert into commons.kept (thread, law, reference, participant, standing, label, said, admitted_on, checked_on)
                select 't' || n, 'common-figures', 'XB-' || n, 'XB-1', 'STANDS', 'CLEAR', '{}',
                       date '2020-01-01' + n, date '2020-01-01'
                  from generate_series(1, :many) n
                """).param("many", many).update();

        assertThat(new ReadingCollections(new KeptRows(db)).onShelf("statistics"))
                .hasSize(many)
                .extracting(KeptRecord::thread)
                .startsWith("t" + many, "t" + (many - 1))
                .endsWith("t2", "t1");
        assertThat(new ReadingCollections(new KeptRows(db)).onShelf("no-such-shelf"))
                .isEqualTo(List.of());
    }
}
