package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our acts of one day are counted without reading those of all days before. */
class OursByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void acts_of_a_day_are_found_by_when_they_leave() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("thread", 1));
        db.sql("""
                insert into thread.thread
                       (id, procedure, convention, reference, opener, counterpart, our_role, we_keep, by_wire, drill,
                        opened_at, changed_at)
                values ('t', 'consultation/1', 'uncc/1', 'XA-2026-000001', 'XA-1', 'XB-1', 'requesting', true, true, false,
                        :noon, :noon)
                """).param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at, held_until)
                select 'a' || n, 't', 'compare', true, '', '', cast(:noon as timestamptz) - n * interval '1 hour',
                       case when n % 2 = 0 then cast(:noon as timestamptz) - (n - 1) * interval '1 hour' end
                  from generate_series(1, 20000) as n
                """).param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
        db.sql("analyze thread.act").update();

        var asked = ActRows.OURS
                .replace(":type", "'compare'")
                .replace(":counterpart", "'XB-1'")
                .replace(":after", "'2026-02-28T12:00:00Z'")
                .replace(":before", "'2026-03-02T12:00:00Z'");
        List<String> plan = db.sql("explain " + asked).query(String.class).list();

        assertThat(String.join("\n", plan))
                .contains(
                        "act_ours_by_leaving",
                        "Index Cond: ((type = 'compare'::text) AND (COALESCE(held_until, kept_at) >")
                .doesNotContain("Seq Scan on act");
        assertThat(plan)
                .filteredOn(it -> it.contains("Filter") && it.contains("COALESCE"))
                .isEmpty();
    }
}
