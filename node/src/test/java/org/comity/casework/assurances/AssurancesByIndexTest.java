package org.comity.casework.assurances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.comity.casework.assurances.AssuranceRows.End;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ends is found without reading what ended long ago, and what is closed to the reader takes no place from the rest. */
class AssurancesByIndexTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-10");

    @Test
    void those_of_four_weeks_are_found_among_all_that_were_ever_given() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 1));
        db.sql("""
                insert into cooperation.assurance_end (act, thread, until)
                select 'a' || n, 't' || n, date '2027-06-10' - n * 7 from generate_series(0, 5000) as n
                """).update();
        db.sql("analyze cooperation.assurance_end").update();
        var rows = new AssuranceRows(db);

        assertThat(rows.between(TODAY.minusDays(14), TODAY.plusDays(14), Set.of(), 9))
                .containsExactly(
                        new End("a2", "t2", TODAY.minusDays(14)),
                        new End("a1", "t1", TODAY.minusDays(7)),
                        new End("a0", "t0", TODAY));
        assertThat(rows.between(TODAY.minusDays(14), TODAY.plusDays(14), Set.of("t2"), 1))
                .extracting(End::thread)
                .containsExactly("t1");

        var plan = db.sql("explain "
                        + AssuranceRows.BETWEEN
                                .replace(":from", "'2027-05-27'")
                                .replace(":until", "'2027-06-24'")
                                .replace(":hidden", "'{}'")
                                .replace(":limit", "51"))
                .query(String.class)
                .list();
        assertThat(String.join("\n", plan)).contains("assurance_end_until").doesNotContain("Seq Scan");
    }
}
