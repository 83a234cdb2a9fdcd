package org.comity.seat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.seat_visit}: browsers at the seats' pages, by the hash of their cookie. */
@Repository
class SeatVisitRows {

    private final JdbcClient db;

    SeatVisitRows(JdbcClient db) {
        this.db = db;
    }

    /** @param origin from where it knocks, as a hash */
    void begin(byte[] hash, byte[] challenge, byte[] origin, Instant now) {
        db.sql("""
                insert into cooperation.seat_visit (hash, challenge, origin, seen_at, begun_at)
                values (:hash, :challenge, :origin, :now, :now)
                """)
                .param("origin", origin)
                .param("hash", hash)
                .param("challenge", challenge)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the browser was asked to sign since then; it is taken once. */
    Optional<byte[]> takeChallenge(byte[] hash, Instant since) {
        return db.sql("""
                delete from cooperation.seat_visit
                 where hash = :hash and challenge is not null and begun_at >= :since
             returning challenge
                """)
                .param("hash", hash)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    void sit(byte[] hash, String seat, Instant now) {
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at) values (:hash, :seat, :now, :now)
                """)
                .param("hash", hash)
                .param("seat", seat)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who sits there, if seen and begun not too long ago; it is seen now. */
    Optional<String> seat(byte[] hash, Instant seen, Instant begun, Instant now) {
        return db.sql("""
                update cooperation.seat_visit
                   set seen_at = :now
                 where hash = :hash and seat is not null and left_at is null and seen_at >= :seen and begun_at >= :begun
             returning seat
                """)
                .param("hash", hash)
                .param("seen", seen.atOffset(ZoneOffset.UTC))
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** How often somebody signed in at this seat since then, whether they have left or not. */
    int since(String seat, Instant since) {
        return db.sql("select count(*) from cooperation.seat_visit where seat = :seat and begun_at >= :since")
                .param("seat", seat)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The row stays for a while: how often somebody comes is counted. */
    void leave(byte[] hash, Instant now) {
        db.sql("update cooperation.seat_visit set left_at = :now where hash = :hash and left_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .update();
    }

    void leave(String seat, Instant now) {
        db.sql("update cooperation.seat_visit set left_at = :now where seat = :seat and left_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("seat", seat)
                .update();
    }

    /**
     * Browsers that nobody signed in with yet: those that came before then go, and of the others all but the newest so many.
     * Anybody may knock, so that without a bound a stranger would fill the table; and without one of their own, whoever knocks
     * without end would push out everybody who is just touching a key.
     *
     * @param mostOfOne of those from this origin
     */
    void forgetKnocking(Instant before, byte[] origin, int mostOfOne, int most) {
        db.sql("""
                delete from cooperation.seat_visit
                 where seat is null
                   and (seen_at < :before
                        or seen_at < (select seen_at from cooperation.seat_visit
                                       where seat is null order by seen_at desc offset :most limit 1)
                        or origin = :origin
                           and seen_at < (select seen_at from cooperation.seat_visit
                                           where seat is null and origin = :origin
                                           order by seen_at desc offset :mostOfOne limit 1))
                """)
                .param("origin", origin)
                .param("mostOfOne", mostOfOne - 1)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most - 1)
                .update();
    }

    /** Those that nobody saw since then. */
    void forget(Instant seen) {
        db.sql("delete from cooperation.seat_visit where seen_at < :seen")
                .param("seen", seen.atOffset(ZoneOffset.UTC))
                .update();
    }
}
