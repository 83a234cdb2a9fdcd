package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.seat_opening}. */
@Repository
class SeatOpeningRows {

    private final JdbcClient db;

    SeatOpeningRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is to open a thread.
     *
     * @param thread that it will have
     * @param version rises with each save; the first save wins
     * @param reference null until it was shown to be signed
     */
    record Opening(
            String thread,
            String authority,
            String procedure,
            Map<String, Object> body,
            long version,
            @Nullable String reference,
            Instant savedAt) {

        /** Its procedure as the law data and the messages name it. */
        String law() {
            return procedure.substring(0, procedure.indexOf('/'));
        }
    }

    void begin(String thread, SeatOfPerson seat, String procedure, Map<String, Object> body, Instant now) {
        db.sql("""
                insert into cooperation.seat_opening (thread, authority, procedure, body, written_by, saved_at)
                values (:thread, :authority, :procedure, :body, :seat, :now)
                """)
                .param("thread", thread)
                .param("authority", seat.authority())
                .param("procedure", procedure)
                .param("body", new String(CanonicalJson.write(body), UTF_8))
                .param("seat", seat.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False if somebody saved it meanwhile. */
    boolean save(String thread, long version, Map<String, Object> body, Instant now) {
        return db.sql("""
                update cooperation.seat_opening set body = :body, version = version + 1, saved_at = :now
                 where thread = :thread and version = :version
                """)
                        .param("body", new String(CanonicalJson.write(body), UTF_8))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("thread", thread)
                        .param("version", version)
                        .update()
                == 1;
    }

    void numbered(String thread, String reference) {
        db.sql("update cooperation.seat_opening set reference = :reference where thread = :thread")
                .param("reference", reference)
                .param("thread", thread)
                .update();
    }

    /** Until the transaction ends nobody else of the authority begins one. */
    void lockAuthority(String authority) {
        db.sql("select pg_advisory_xact_lock(410300, hashtext(:authority))")
                .param("authority", authority)
                .query((row, n) -> n)
                .list();
    }

    /** Until the transaction ends nobody saves it. */
    Optional<Opening> lock(String thread, String authority) {
        return db.sql("""
                select * from cooperation.seat_opening where thread = :thread and authority = :authority for update
                """)
                .param("thread", thread)
                .param("authority", authority)
                .query(SeatOpeningRows::row)
                .optional();
    }

    Optional<Opening> find(String thread, String authority) {
        return db.sql("select * from cooperation.seat_opening where thread = :thread and authority = :authority")
                .param("thread", thread)
                .param("authority", authority)
                .query(SeatOpeningRows::row)
                .optional();
    }

    /** Newest first. */
    List<Opening> of(String authority, int most) {
        return db.sql("""
                select * from cooperation.seat_opening where authority = :authority order by saved_at desc, thread limit :most
                """)
                .param("authority", authority)
                .param("most", most)
                .query(SeatOpeningRows::row)
                .list();
    }

    void end(String thread) {
        db.sql("delete from cooperation.seat_opening where thread = :thread")
                .param("thread", thread)
                .update();
    }

    void forget(Instant before) {
        db.sql("delete from cooperation.seat_opening where saved_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Opening row(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getString("thread"),
                row.getString("authority"),
                row.getString("procedure"),
                CanonicalJson.read(row.getString("body").getBytes(UTF_8)),
                row.getLong("version"),
                row.getString("reference"),
                InstantColumn.instant(row, "saved_at"));
    }
}
