package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.database.Migration;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What acts say is kept whole, once a thread, and only what stands is read. */
class KeptRowsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void a_record_waits_stands_and_ends_in_one_row_with_all_that_it_says() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("commons"));
        var rows = new KeptRows(db);
        rows.keep(said("t1", RecordState.WAITS, null, "First"));
        assertThat(rows.standing("a-law")).isEmpty();

        rows.keep(said("t1", RecordState.STANDS, DAY, "Then"));
        rows.keep(said("t2", RecordState.STANDS, DAY.plusDays(1), "Newer"));

        assertThat(rows.standing("a-law")).extracting(it -> it.text("title")).containsExactly("Newer", "Then");
        var kept = rows.standing("a-law").getLast();
        assertThat(kept.rows("points")).containsExactly(Map.of("name", "قسم", "phone", "+999 1"));
        assertThat(kept.label()).isEqualTo(TrafficLight.GREEN);
        assertThat(kept.admittedOn()).isEqualTo(DAY);
        assertThat(rows.standing("other-law")).isEmpty();

        rows.keep(said("t1", RecordState.ENDED, DAY, "Then"));
        assertThat(rows.standing("a-law")).extracting(KeptRecord::thread).containsExactly("t2");

        rows.forgetting("t1");
        rows.forgetting("t2");
        assertThat(rows.standing("a-law")).extracting(KeptRecord::thread).containsExactly("t2");
        assertThat(db.sql("select thread from commons.kept").query(String.class).list())
                .containsExactly("t2");
    }

    @Test
    void what_ever_had_a_reference_is_found_by_it_whether_it_stands_or_not() throws Exception {
        var rows = new KeptRows(JdbcClient.create(PracticeDatabase.fresh("commons")));
        rows.keep(said("t1", RecordState.ENDED, DAY, "One"));
        rows.keep(said("t2", RecordState.WAITS, null, "Other"));
        var one = rows.find("t1").orElseThrow();

        assertThat(rows.having("a-law", List.of("nothing", one.reference())))
                .extracting(KeptRecord::reference)
                .isNotEmpty()
                .containsOnly(one.reference());
        assertThat(rows.having("other-law", List.of(one.reference()))).isEmpty();
        assertThat(rows.having("a-law", List.of())).isEmpty();
    }

    /** The board of the host would take off what is not among them. */
    @Test
    void every_record_that_stands_is_read_however_many_there_are() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("commons"));
        db.sql("""
                insert into commons.kept (thread, law, reference, participant, standing, label, said, admitted_on, checked_on)
                select 't' || n, 'a-law', 'XB-' || n, 'XB-1', 'STANDS', 'GREEN', '{}', '2026-03-02', '2026-03-02'
                  from generate_series(1, 2001) n
                """).update();
        var rows = new KeptRows(db);
        rows.keep(said("waits", RecordState.WAITS, null, "It waits"));

        assertThat(rows.everyStanding("a-law"))
                .extracting(KeptRecord::thread)
                .hasSize(2001)
                .doesNotHaveDuplicates()
                .doesNotContain("waits");
        assertThat(rows.everyStanding("other-law")).isEmpty();
    }

    @Test
    void a_trial_that_was_kept_by_a_bare_number_names_the_one_practice_that_has_it() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("commons"));
        var rows = new KeptRows(db);
        rows.keep(said("p1", "XB-1", "XB-2026-000001", Map.of("about", "ours")));
        rows.keep(said("p2", "XB_S-1", "XB-2026-000002", Map.of("about", "ours")));
        rows.keep(said("p3", "XB-1", "XB-2026-000002", Map.of("about", "ours")));
        rows.keep(said("t1", "XC-1", "XC-2026-000001", Map.of("about", "tried", "tried", " XB-2026-000001")));
        rows.keep(said("t2", "XC-1", "XC-2026-000002", Map.of("about", "tried", "tried", "XB-2026-000002")));

        db.sql(Migration.statement("commons/V480_3__trials_by_address.sql", "with trial"))
                .update();

        assertThat(rows.find("t1").orElseThrow().said())
                .containsEntry("tried", "XB-1-XB-2026-000001")
                .containsEntry("about", "tried");
        assertThat(rows.find("t2").orElseThrow().text("tried")).as("of two").isEqualTo("XB-2026-000002");
    }

    private static KeptRecord said(String thread, String participant, String reference, Map<String, Object> said) {
        return new KeptRecord(
                thread, "a-law", reference, participant, RecordState.STANDS, TrafficLight.GREEN, said, DAY, DAY);
    }

    private static KeptRecord said(String thread, RecordState standing, @Nullable LocalDate admitted, String title) {
        return new KeptRecord(
                thread,
                "a-law",
                "XB-2026-000001",
                "XB-1",
                standing,
                TrafficLight.GREEN,
                Map.of("title", title, "points", List.of(Map.of("name", "قسم", "phone", "+999 1"))),
                admitted,
                DAY);
    }
}
