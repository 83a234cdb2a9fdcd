package org.comity.casework.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.ArrayList;
import org.comity.casework.DomesticFile;
import org.comity.casework.SearchIndex;
import org.comity.database.Migration;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of a domestic file, however many there are. */
class DomesticFileLinesTest {

    @Test
    void every_line_is_handed_over_though_the_page_shows_the_newest_100() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 4));
        db.sql("""
                insert into cooperation.file_line (thread, kind, text, number, time, official)
                select case when i > 201 then 'other' else 't' end, 'NOTE', 'no. ' || i, '', timestamptz '2026-03-01' - i * interval '1 hour', 'o1'
                  from generate_series(1, 203) i
                """).update();
        var file = lines(db);

        var all = new ArrayList<String>();
        file.every("t", it -> all.add(it.text()));

        assertThat(all)
                .hasSize(201)
                .doesNotHaveDuplicates()
                .startsWith("no. 1", "no. 2")
                .endsWith("no. 201");
        assertThat(file.lines("t")).hasSize(100);
    }

    @Test
    void lines_that_named_a_paragraph_say_what_was_considered() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 4));
        db.sql("""
                insert into cooperation.file_line (thread, kind, text, number, time, official)
                values ('t', 'CONSIDERED_40_22', 'Read.', '', now(), 'o1'), ('t', 'NOTE', 'Seen.', '', now(), 'o1')
                """).update();

        db.sql(Migration.statement("cooperation/V410_350__considered_discrimination.sql", "update"))
                .update();

        assertThat(lines(db).officers("t", DomesticFile.Kind.CONSIDERED_DISCRIMINATION))
                .isEqualTo(1);
        assertThat(lines(db).lines("t")).hasSize(2);
    }

    private static DomesticFileLines lines(JdbcClient db) {
        return new DomesticFileLines(
                db,
                mock(SearchIndex.class),
                mock(Ledger.class),
                mock(ApplicationEventPublisher.class),
                Clock.systemUTC());
    }
}
