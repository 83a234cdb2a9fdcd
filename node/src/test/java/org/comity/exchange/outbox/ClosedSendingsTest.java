package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.comity.casework.Officers;
import org.comity.exchange.Courier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits of a closed request is carried by anybody who carries, and counted for nobody who is not named. */
class ClosedSendingsTest extends Officers {

    private static final String PEER = "XZ-9";

    private final String thread = UUID.randomUUID().toString();

    @Autowired
    private Courier courier;

    @Autowired
    private OutboxLine health;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void something_waits() {
        waits(thread);
    }

    @AfterEach
    void nothing_is_left() {
        db.sql("delete from exchange.outbox where destination = :peer")
                .param("peer", PEER)
                .update();
        for (var table : new String[] {"compartment_officer", "compartment"}) {
            db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", thread)
                    .update();
        }
    }

    @Test
    void who_is_not_named_is_told_the_peer_and_neither_number_nor_hour() throws Exception {
        closed();

        assertThat(waiting("okell").parcels()).isEqualTo(1);
        assertThat(waiting("okell").oldest()).isNotNull();
        assertThat(waiting("maren")).isEqualTo(new Courier.Waiting(PEER, 0, null));
        assertThat(page("duty-officer", "/courier", "en")).contains("Something waits");

        waits(UUID.randomUUID().toString());
        assertThat(waiting("okell").parcels()).isEqualTo(2);
        assertThat(waiting("maren").parcels()).isEqualTo(1);
    }

    @Test
    void the_health_page_does_not_count_it() {
        long before = counted();

        closed();

        assertThat(counted()).isEqualTo(before - 1);
    }

    private Courier.Waiting waiting(String person) {
        return courier.waiting(official(person)).stream()
                .filter(it -> it.peer().equals(PEER))
                .findFirst()
                .orElseThrow();
    }

    private long counted() {
        return health.lines().stream()
                .filter(it -> it.topic().equals("outbox"))
                .mapToLong(it -> (Long) it.facts().getOrDefault("n", 0L))
                .sum();
    }

    /** Not tried meanwhile. */
    private void waits(String of) {
        db.sql("""
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, created_at)
                values (:peer, 'ENTRY', :thread, :thread || '/1', '\\x00'::bytea, 'QUEUED', now() - interval '1 day',
                        now() + interval '1 day', now() - interval '1 day')
                """).param("peer", PEER).param("thread", of).update();
    }

    private void closed() {
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:thread, now())")
                .param("thread", thread)
                .update();
        db.sql("insert into cooperation.compartment_officer (thread, official) values (:thread, 'okell')")
                .param("thread", thread)
                .update();
    }
}
