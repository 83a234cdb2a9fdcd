package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.comity.database.PracticeDatabase;
import org.comity.database.ReadBlocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What anybody can leave in the tables of seats is bounded. */
class SeatRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final byte[] BYTES = "{}".getBytes(UTF_8);
    private static final byte[] HERE = hash("here");

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
        visits.begin(hash("long ago"), BYTES, HERE, NOW.minusSeconds(700));
        for (int n = 0; n < 5; n++) {
            visits.begin(hash("knock " + n), BYTES, HERE, NOW.plusSeconds(n));
        }

        visits.forgetKnocking(NOW.minusSeconds(600), HERE, 9, 5);
        assertThat(visits.takeChallenge(hash("long ago"), Instant.EPOCH)).isEmpty();
        assertThat(knocking()).isEqualTo(5);

        visits.forgetKnocking(NOW.minusSeconds(600), HERE, 9, 3);
        assertThat(knocking()).isEqualTo(3);
        assertThat(visits.takeChallenge(hash("knock 1"), Instant.EPOCH)).isEmpty();
        assertThat(visits.takeChallenge(hash("knock 2"), Instant.EPOCH)).isPresent();
        assertThat(visits.seat(hash("sitting"), Instant.EPOCH, Instant.EPOCH, NOW))
                .contains("aaaaaaaaaaaa");
    }

    @Test
    void whoever_knocks_without_end_pushes_out_nobody_from_elsewhere() {
        var visits = new SeatVisitRows(db);
        visits.begin(hash("person"), BYTES, hash("elsewhere"), NOW);
        for (int n = 1; n <= 9; n++) {
            visits.begin(hash("knock " + n), BYTES, HERE, NOW.plusSeconds(n));
            visits.forgetKnocking(NOW.minusSeconds(600), HERE, 3, 5);
        }

        assertThat(knocking()).isEqualTo(4);
        assertThat(visits.takeChallenge(hash("knock 6"), Instant.EPOCH)).isEmpty();
        assertThat(visits.takeChallenge(hash("knock 7"), Instant.EPOCH)).isPresent();
        assertThat(visits.takeChallenge(hash("person"), Instant.EPOCH)).isPresent();
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

    /** With its files: what waits for a second officer who never comes is text about persons, too. */
    @Test
    void what_no_second_officer_approved_is_forgotten_later_and_what_was_sent_stays() {
        invite("aaaaaaaaaaaa");
        var drafts = new SeatDraftRows(db);
        for (int n = 0; n < 4; n++) {
            write(drafts, "a" + n, "aaaaaaaaaaaa", n * 100);
        }
        for (var each : List.of("a0", "a1", "a2")) drafts.approved(each, BYTES);
        drafts.sent("a0", BYTES, NOW);
        drafts.addFiles("a1", new SeatFiles(java.util.Map.of("list.pdf", BYTES)));

        drafts.forget(NOW.plus(Duration.ofMinutes(400)), NOW.plus(Duration.ofMinutes(150)));

        assertThat(db.sql("select act from cooperation.seat_draft order by act")
                        .query(String.class)
                        .list())
                .containsExactly("a0", "a2");
        assertThat(drafts.files("a1").byName()).isEmpty();
    }

    /** Who gave an act is still to be known when a key is lost. */
    @Test
    void with_the_words_of_a_thread_goes_what_was_sent_and_what_is_in_hand_stays() {
        invite("aaaaaaaaaaaa");
        var drafts = new SeatDraftRows(db);
        write(drafts, "a0", "aaaaaaaaaaaa", 0);
        write(drafts, "a1", "aaaaaaaaaaaa", 1);
        drafts.addFiles("a1", new SeatFiles(java.util.Map.of("list.pdf", BYTES)));
        drafts.approved("a0", BYTES);
        drafts.sent("a0", BYTES, NOW);
        var thread = db.sql("select distinct thread from cooperation.seat_draft")
                .query(String.class)
                .single();

        drafts.forgetting("another");
        assertThat(words()).hasSize(2).doesNotContain("");
        drafts.forgetting(thread);

        assertThat(words()).hasSize(2).containsOnlyOnce("");
        assertThat(db.sql("select act from cooperation.seat_draft where assertions is not null")
                        .query(String.class)
                        .list())
                .containsExactly("a0");
        assertThat(drafts.files("a1").byName()).as("it may still be said").containsKey("list.pdf");
    }

    private java.util.List<String> words() {
        return db.sql("select encode(json || pdf, 'hex') || coalesce(typed, '') from cooperation.seat_draft")
                .query(String.class)
                .list();
    }

    /** As each act that is written asks: what was sent stays, and is no reason to look longer. */
    @Test
    void what_was_never_sent_is_found_without_reading_what_was() {
        invite("aaaaaaaaaaaa");
        db.sql("""
                insert into cooperation.seat_draft (act, seat, authority, thread, type, json, pdf, made_at, sent_at)
                select 's' || n, 'aaaaaaaaaaaa', 'XC-1', 't', 'submit', '', '', :now, :now
                  from generate_series(1, 10000) as n
                """).param("now", NOW.atOffset(ZoneOffset.UTC)).update();
        var drafts = new SeatDraftRows(db);
        for (int n = 0; n < 4; n++) write(drafts, "a" + n, "aaaaaaaaaaaa", n);
        db.sql("vacuum analyze cooperation.seat_draft").update();

        var before = "'" + NOW.plusSeconds(1) + "'";
        assertThat(ReadBlocks.of(
                        db, SeatDraftRows.FORGET.replace(":before", before).replace(":waiting", before)))
                .isLessThan(30);
        assertThat(ReadBlocks.of(
                        db,
                        SeatDraftRows.FORGET_ALL_BUT
                                .replace(":seat", "'aaaaaaaaaaaa'")
                                .replace(":most", "2")))
                .isLessThan(30);
        assertThat(db.sql("select act from cooperation.seat_draft where sent_at is null order by act")
                        .query(String.class)
                        .list())
                .containsExactly("a2", "a3");
    }

    @Test
    void who_signs_out_is_gone_and_still_counted() {
        invite("aaaaaaaaaaaa");
        var visits = new SeatVisitRows(db);
        visits.sit(hash("before"), "aaaaaaaaaaaa", NOW.minusSeconds(7200));
        visits.sit(hash("one"), "aaaaaaaaaaaa", NOW);
        visits.sit(hash("two"), "aaaaaaaaaaaa", NOW);

        visits.leave(hash("one"), NOW.plusSeconds(1));

        assertThat(visits.seat(hash("one"), Instant.EPOCH, Instant.EPOCH, NOW)).isEmpty();
        assertThat(visits.seat(hash("two"), Instant.EPOCH, Instant.EPOCH, NOW)).contains("aaaaaaaaaaaa");
        assertThat(visits.since("aaaaaaaaaaaa", NOW.minusSeconds(3600))).isEqualTo(2);
        visits.leave("aaaaaaaaaaaa", NOW.plusSeconds(2));
        assertThat(visits.seat(hash("two"), Instant.EPOCH, Instant.EPOCH, NOW)).isEmpty();
    }

    @Test
    void seats_of_an_authority_are_counted_without_invitations_that_ran_out() {
        invite("aaaaaaaaaaaa");
        invite("bbbbbbbbbbbb");
        var seats = new SeatPersonRows(db);

        assertThat(seats.open("XD-1", NOW.minusSeconds(1))).isEqualTo(2);
        seats.made("aaaaaaaaaaaa", BYTES, BYTES, false);
        assertThat(seats.open("XD-1", NOW.plusSeconds(1))).isEqualTo(1);
        seats.ended("aaaaaaaaaaaa", NOW, NOW);
        assertThat(seats.open("XD-1", NOW.plusSeconds(1))).isZero();
    }

    @Test
    void only_one_at_a_time_opens_the_thread_of_an_authoritys_seats() throws Exception {
        var source = PracticeDatabase.emptied("cooperation", 7);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var seats = new SeatPersonRows(JdbcClient.create(source));

        transaction.executeWithoutResult(_ -> {
            seats.lockAuthority("XD-1");
            // Another connection, as another officer's request has.
            boolean free = CompletableFuture.supplyAsync(
                            () -> db.sql("select pg_try_advisory_lock(410160, hashtext('XD-1'))")
                                    .query(Boolean.class)
                                    .single())
                    .join();
            assertThat(free).isFalse();
        });
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
        return SeatTokens.hash(text);
    }
}
