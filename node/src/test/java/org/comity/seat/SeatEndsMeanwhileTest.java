package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is registered while somebody still reads at a seat, and done when nobody does any more, is read all the same. */
class SeatEndsMeanwhileTest extends PersonInASeat {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SeatPersonRows seats;

    @Test
    void an_act_that_is_being_registered_while_the_last_seat_ends_waits_to_be_posted() throws Exception {
        var id = confirmed();
        var registered = new CompletableFuture<String>();
        var done = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = both.submit(() -> transaction.execute(_ -> {
                registered.complete(asked("XD-1"));
                return awaited(done);
            }));
            var thread = registered.get(1, TimeUnit.MINUTES);
            var ending = both.submit(() -> giving.end(id, Instant.now().minusSeconds(1), official("maren")));
            await().until(() -> ending.isDone() || waitsForRegistering());
            done.countDown();
            asking.get();
            ending.get();

            var reference =
                    Objects.requireNonNull(threads.find(thread).orElseThrow().reference());
            assertThat(page("duty-officer", "/requests/" + reference, "en"))
                    .contains("Post the letter", "It has not left");
        } finally {
            done.countDown();
        }
    }

    /** Postgres would end one of two that wait for each other, and an officer or the person would see an error. */
    @Test
    void a_key_that_is_confirmed_while_an_officer_ends_the_seat_waits_and_is_confirmed_no_more() throws Exception {
        var id = keyMade();
        given(id);
        signIn();
        var preview = said(post("/seat/confirm")).getRedirectedUrl();
        var locked = new CountDownLatch(1);
        var confirming = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var ending = both.submit(() -> transaction.execute(_ -> {
                seats.lock(id);
                locked.countDown();
                awaited(confirming);
                giving.end(id, Instant.now().minusSeconds(1), official("maren"));
                return id;
            }));
            assertThat(awaited(locked)).isTrue();
            var confirmed = both.submit(() -> approved(preview));
            await().until(() -> confirmed.isDone() || waitsForSeat());
            confirming.countDown();

            ending.get();
            assertThat(confirmed.get().getRedirectedUrl()).isNotEqualTo("/seat");
        } finally {
            confirming.countDown();
        }
        assertThat(seats.find(id).orElseThrow())
                .matches(it -> it.status() == SeatOfPerson.Status.ENDED && !it.confirmed());
    }

    private static boolean awaited(CountDownLatch done) {
        try {
            return done.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean waitsForSeat() {
        return db.sql("""
                select exists (select from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                  and query like '%cooperation.seat%')
                """).query(Boolean.class).single();
    }

    private boolean waitsForRegistering() {
        return db.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and classid = 410161 and not granted and database = (select oid from pg_database where datname = current_database()))")
                .query(Boolean.class)
                .single();
    }
}
