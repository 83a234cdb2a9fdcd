package org.comity.casework.offices;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.offices.Passage.End;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.office_passage}: what was passed on, and how it came back; deleted with its request. */
@Repository
class PassageRows implements BeforeForgetting {

    /** What one page shows. */
    static final int MOST = 200;

    private final JdbcClient db;

    PassageRows(JdbcClient db) {
        this.db = db;
    }

    /** False if that office has it already. */
    boolean pass(String thread, String office, String asked, @Nullable LocalDate aim, String by, Instant at) {
        return db.sql("""
                insert into cooperation.office_passage (thread, office, asked, aim, passed_by, passed_at, note)
                values (:thread, :office, :asked, :aim, :by, :at, '')
                on conflict (thread, office) where ended_at is null do nothing
                """)
                        .param("thread", thread)
                        .param("office", office)
                        .param("asked", asked)
                        .param("aim", aim, Types.DATE)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Passage> of(String thread) {
        return db.sql("select * from cooperation.office_passage where thread = :thread order by id desc limit 200")
                .param("thread", thread)
                .query(PassageRows::row)
                .list();
    }

    /** With offices now, longest first. */
    List<Passage> open(Collection<String> threads) {
        return threads.isEmpty()
                ? List.of()
                : db.sql("""
                        select * from cooperation.office_passage
                         where ended_at is null and thread = any (:threads) order by id
                        """)
                        .param("threads", threads.toArray(String[]::new))
                        .query(PassageRows::row)
                        .list();
    }

    /** With offices now, and what came back and nobody has read; the longest first. */
    List<Passage> current() {
        return db.sql("""
                select * from cooperation.office_passage
                 where ended_at is null or noted_at is null and how <> 'TAKEN_BACK' order by id limit 200
                """).query(PassageRows::row).list();
    }

    List<Passage> with(Collection<String> offices) {
        return offices.isEmpty()
                ? List.of()
                : db.sql("""
                        select * from cooperation.office_passage
                         where ended_at is null and office in (:offices) order by aim nulls last, id limit 200
                        """).param("offices", offices).query(PassageRows::row).list();
    }

    /** Of the request with this reference; of several where authorities of one State gave the same. */
    List<Passage> with(Collection<String> offices, String reference) {
        return offices.isEmpty()
                ? List.of()
                : db.sql("""
                        select p.* from cooperation.office_passage p join cooperation.request r on r.thread = p.thread
                         where p.ended_at is null and p.office in (:offices) and r.reference = :reference
                         order by p.aim nulls last, p.id limit 200
                        """)
                        .param("offices", offices)
                        .param("reference", reference)
                        .query(PassageRows::row)
                        .list();
    }

    void ownAim(long id, @Nullable LocalDate day) {
        db.sql("update cooperation.office_passage set own_aim = :day where id = :id and ended_at is null")
                .param("day", day, Types.DATE)
                .param("id", id)
                .update();
    }

    /** False if it has ended already. */
    boolean end(long id, End how, String note, String by, Instant at) {
        return db.sql("""
                update cooperation.office_passage set how = :how, note = :note, ended_by = :by, ended_at = :at
                 where id = :id and ended_at is null
                """)
                        .param("how", how.name())
                        .param("note", note)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void noted(String thread, Instant at) {
        db.sql("""
                update cooperation.office_passage set noted_at = :at
                 where thread = :thread and ended_at is not null and noted_at is null
                """).param("at", at.atOffset(UTC)).param("thread", thread).update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.office_passage where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private static Passage row(ResultSet row, int number) throws SQLException {
        var how = row.getString("how");
        return new Passage(
                row.getLong("id"),
                row.getString("thread"),
                row.getString("office"),
                row.getString("asked"),
                row.getObject("aim", LocalDate.class),
                InstantColumn.instant(row, "passed_at"),
                row.getObject("own_aim", LocalDate.class),
                how == null ? null : End.valueOf(how),
                row.getString("note"),
                InstantColumn.instantIfAny(row, "ended_at"),
                InstantColumn.instantIfAny(row, "noted_at"));
    }
}
