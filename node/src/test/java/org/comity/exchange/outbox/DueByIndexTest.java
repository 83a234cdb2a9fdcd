package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.database.ReadBlocks;
import org.comity.exchange.Parcel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which peers something is due for is found without reading what waits for one that is away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private JdbcClient db;
    private Outbox outbox;

    @BeforeAll
    void much_waits_for_one_that_is_away() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("exchange", 1));
        outbox = new Outbox(db);
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at)
                select 'XB-1', 'MESSAGE', 't' || n, 'm' || n, '', 'QUEUED', :noon, cast(:noon as timestamptz) + interval '1 hour', :noon
                  from generate_series(1, 20000) as n
                """).param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
        add("XC-1", NOON);
        add("XD-1", NOON.plusSeconds(1));
        add("XE-1", NOON.minusSeconds(1));
        db.sql("vacuum analyze exchange.outbox").update();
    }

    private void add(String destination, Instant notBefore) {
        outbox.add(
                new OutboxRow(0, destination, Parcel.Action.MESSAGE, "t", "m", new byte[0], 0, false, NOON, null),
                notBefore);
    }

    /** Some hundreds of blocks hold what waits, and its indexes. */
    @Test
    void a_look_goes_from_peer_to_peer_whether_what_waits_is_due_or_not() {
        for (var now : List.of(NOON, NOON.plus(Duration.ofHours(1)))) {
            assertThat(ReadBlocks.of(db, Outbox.DUE.replace(":now", "'" + now + "'")))
                    .as("%s", now)
                    .isLessThan(60);
        }
    }

    @Test
    void what_is_due_and_not_claimed_is_found() {
        assertThat(outbox.due(NOON)).containsExactly("XC-1", "XE-1");
        assertThat(outbox.due(NOON.plusSeconds(1))).containsExactly("XC-1", "XD-1", "XE-1");
        assertThat(outbox.due(NOON.plus(Duration.ofHours(1)))).containsExactly("XB-1", "XC-1", "XD-1", "XE-1");

        db.sql("update exchange.outbox set claimed_by = 'w', claimed_until = :until where destination = 'XC-1'")
                .param("until", NOON.plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(outbox.due(NOON)).containsExactly("XE-1");
        assertThat(outbox.due(NOON.plusSeconds(61))).containsExactly("XC-1", "XD-1", "XE-1");
    }
}
