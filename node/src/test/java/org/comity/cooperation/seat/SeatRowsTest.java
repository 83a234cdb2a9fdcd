package org.comity.cooperation.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody can leave in the tables of seats is bounded. */
class SeatRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final byte[] BYTES = "{}".getBytes(UTF_8);

    private JdbcClient db;

    @BeforeEach
    void database() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 7));
    }

    @Test
    void of_browsers_that_knock_only_the_newest_are_kept_and_who_sits_there_stays() {
        invite("aaaaaaaaaaaa");
        var visits = new SeatVisitRows(db);
        visits.sit(hash("sitting"), "aaaaaaaaaaaa", NOW.minusSeconds(900));
        visits.begin(hash("long ago"), BYTES, NOW.minusSeconds(700));
        for (int n = 0; n < 5; n++) {
            visits.begin(hash("knock " + n), BYTES, NOW.plusSeconds(n));
        }

        visits.forgetKnocking(NOW.minusSeconds(600), 5);
        assertThat(visits.takeChallenge(hash("long ago"), Instant.EPOCH)).isEmpty();
        assertThat(knocking()).isEqualTo(5);

        visits.forgetKnocking(NOW.minusSeconds(600), 3);
        assertThat(knocking()).isEqualTo(3);
        assertThat(visits.takeChallenge(hash("knock 1"), Instant.EPOCH)).isEmpty();
        assertThat(visits.takeChallenge(hash("knock 2"), Instant.EPOCH)).isPresent();
        assertThat(visits.seat(hash("sitting"), Instant.EPOCH, Instant.EPOCH, NOW))
                .contains("aaaaaaaaaaaa");
    }

    @Test
    void of_what_a_seat_wrote_and_nobody_approved_only_the_newest_is_kept() {
        invite("aaaaaaaaaaaa");
        invite("bbbbbbbbbbbb");
        var drafts = new SeatDraftRows(db);
        for (int n = 0; n < 4; n++) {
            write(drafts, "a" + n, "aaaaaaaaaaaa", n);
        }
        write(drafts, "b0", "bbbbbbbbbbbb", 0);
        drafts.approved("a0", BYTES);

        drafts.forgetAllBut(2, "aaaaaaaaaaaa");

        assertThat(db.sql("select act from cooperation.seat_draft order by act")
                        .query(String.class)
                        .list())
                .as("approved, the newest two, and another seat's")
                .containsExactly("a0", "a2", "a3", "b0");
    }

    private int knocking() {
        return db.sql("select count(*) from cooperation.seat_visit where seat is null")
                .query(Integer.class)
                .single();
    }

    private static void write(SeatDraftRows drafts, String act, String seat, int minute) {
        drafts.add(
                new SeatDraftRows.Written(act, seat, "XD-1", "thread", "unable", BYTES, BYTES, null),
                NOW.plus(Duration.ofMinutes(minute)));
    }

    private void invite(String id) {
        var seat = new SeatOfPerson(
                id,
                "XD-1",
                "Ana Lorn",
                "Head of unit",
                "XD-1/s-" + id,
                NOW,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                false,
                null);
        new SeatPersonRows(db).invite(seat, hash("invitation " + id), "ada");
    }

    private static byte[] hash(String text) {
        return GivingSeats.hash(text);
    }
}
