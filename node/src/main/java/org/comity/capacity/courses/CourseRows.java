package org.comity.capacity.courses;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code capacity.cohort}, {@code place_asked} and {@code certificate}. */
@Repository
class CourseRows {

    private static final int MOST = 200;

    private final JdbcClient db;

    CourseRows(JdbcClient db) {
        this.db = db;
    }

    /** @param vulnerable is asked of the list of States, not of the table */
    record AskedRow(long id, String state, int persons, Instant at) {}

    record GivenCertificate(String code, String state, String sha256, Instant at) {}

    /** @return false if there is one of this name */
    boolean open(Cohort cohort, String by, Instant at) {
        return db.sql("""
                insert into capacity.cohort (id, title, about, kind, language, begins, ends, places, reserved, released_on,
                                             opened_by, opened_at)
                values (:id, :title, :about, :kind, :language, :begins, :ends, :places, :reserved, :released, :by, :at)
                    on conflict do nothing
                """)
                        .param("id", cohort.id())
                        .param("title", cohort.title())
                        .param("about", cohort.about())
                        .param("kind", cohort.kind())
                        .param("language", cohort.language())
                        .param("begins", cohort.begins())
                        .param("ends", cohort.ends())
                        .param("places", cohort.places())
                        .param("reserved", cohort.reserved())
                        .param("released", cohort.releasedOn())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<Cohort> newest() {
        return db.sql("select * from capacity.cohort order by begins desc, id limit :most")
                .param("most", MOST)
                .query(CourseRows::cohort)
                .list();
    }

    Optional<Cohort> find(String id) {
        return db.sql("select * from capacity.cohort where id = :id")
                .param("id", id)
                .query(CourseRows::cohort)
                .optional();
    }

    /** Held until the transaction ends, so that two officers do not give the last place twice. */
    void lock(String id) {
        db.sql("select id from capacity.cohort where id = :id for update")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void ask(String cohort, String state, int persons, Instant at) {
        db.sql("""
                insert into capacity.place_asked (cohort, state, persons, asked_at)
                values (:cohort, :state, :persons, :at)
                """)
                .param("cohort", cohort)
                .param("state", state)
                .param("persons", persons)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** @return false if it was taken back before */
    boolean takeBack(String cohort, long id, Instant at) {
        return db.sql("""
                update capacity.place_asked set taken_back = :at
                 where cohort = :cohort and id = :id and taken_back is null
                """)
                        .param("cohort", cohort)
                        .param("id", id)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<AskedRow> asked(String cohort) {
        return db.sql("""
                select * from capacity.place_asked where cohort = :cohort and taken_back is null
                 order by asked_at, id limit 500
                """)
                .param("cohort", cohort)
                .query((row, number) -> new AskedRow(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getInt("persons"),
                        InstantColumn.instant(row, "asked_at")))
                .list();
    }

    /** One that was given before stands by its newest file. */
    void certified(String cohort, GivenCertificate given, String by) {
        db.sql("""
                insert into capacity.certificate (code, cohort, state, sha256, given_by, given_at)
                values (:code, :cohort, :state, :sha256, :by, :at)
                on conflict (code) do update
                   set sha256 = excluded.sha256, given_by = excluded.given_by, given_at = excluded.given_at
                """)
                .param("code", given.code())
                .param("cohort", cohort)
                .param("state", given.state())
                .param("sha256", given.sha256())
                .param("by", by)
                .param("at", given.at().atOffset(UTC))
                .update();
    }

    List<GivenCertificate> certificates(String cohort) {
        return db.sql("select * from capacity.certificate where cohort = :cohort order by given_at, code limit 500")
                .param("cohort", cohort)
                .query((row, number) -> new GivenCertificate(
                        row.getString("code"),
                        row.getString("state"),
                        row.getString("sha256"),
                        InstantColumn.instant(row, "given_at")))
                .list();
    }

    private static Cohort cohort(ResultSet row, int number) throws SQLException {
        return new Cohort(
                row.getString("id"),
                row.getString("title"),
                row.getString("about"),
                row.getString("kind"),
                row.getString("language"),
                day(row, "begins"),
                day(row, "ends"),
                row.getInt("places"),
                row.getInt("reserved"),
                day(row, "released_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
