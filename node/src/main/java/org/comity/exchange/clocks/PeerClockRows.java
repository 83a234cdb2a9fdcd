package org.comity.exchange.clocks;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.exchange.PeerClocks.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code exchange.peer_clock}: one row a peer. */
@Repository
class PeerClockRows {

    private final JdbcClient db;

    PeerClockRows(JdbcClient db) {
        this.db = db;
    }

    void put(String peer, Duration ahead, Instant at, Duration running) {
        db.sql("""
                insert into exchange.peer_clock (peer, ahead, at, heard) values (:peer, :ahead, :at, :heard)
                    on conflict (peer) do update set ahead = :ahead, at = :at, heard = :heard
                """)
                .param("peer", peer)
                .param("ahead", ahead.toMillis())
                .param("at", at.atOffset(UTC))
                .param("heard", running.toMillis())
                .update();
    }

    /** At most 2,000, as many as a directory has entries. */
    List<Difference> since(Duration running) {
        return db.sql("select peer, ahead from exchange.peer_clock where heard >= :since order by peer limit 2000")
                .param("since", running.toMillis())
                .query((row, n) -> new Difference(row.getString("peer"), Duration.ofMillis(row.getLong("ahead"))))
                .list();
    }
}
