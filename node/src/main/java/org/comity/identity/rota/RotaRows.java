package org.comity.identity.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code identity.duty_shift}, {@code duty_change} and {@code duty_address}. */
@Repository
class RotaRows {

    /** Of shifts that stand at once. */
    static final int MOST = 200;

    private final JdbcClient db;

    RotaRows(JdbcClient db) {
        this.db = db;
    }

    /** Those that stand on this day or later, at most {@link #MOST}. */
    List<DutyShift> shifts(LocalDate since) {
        return db.sql("""
                select * from identity.duty_shift
                 where taken_out is null and coalesce(last_day, 'infinity'::date) >= :since
                 order by first_day, begins, id limit :most
                """)
                .param("since", since)
                .param("most", MOST)
                .query(RotaRows::shift)
                .list();
    }

    /** Newest first, at most {@link #MOST}. */
    List<DutyShift> takenOutSince(Instant since) {
        return db.sql("select * from identity.duty_shift where taken_out >= :since order by id desc limit :most")
                .param("since", InstantColumn.value(since))
                .param("most", MOST)
                .query(RotaRows::shift)
                .list();
    }

    /** With the last day that they had before they were ended; newest first, at most {@link #MOST}. */
    List<DutyShift> endedSince(Instant since) {
        return db.sql("""
                select id, person, first_day, ended_was as last_day, days, every_weeks, begins, ends, taken_out
                  from identity.duty_shift where ended_at >= :since order by id desc limit :most
                """)
                .param("since", InstantColumn.value(since))
                .param("most", MOST)
                .query(RotaRows::shift)
                .list();
    }

    Optional<DutyShift> shift(long id) {
        return db.sql("select * from identity.duty_shift where id = :id")
                .param("id", id)
                .query(RotaRows::shift)
                .optional();
    }

    long add(DutyShift shift, Instant now) {
        return db.sql("""
                insert into identity.duty_shift
                       (person, first_day, last_day, days, every_weeks, begins, ends, entered_at)
                values (:person, :first, :last, cast(string_to_array(:days, ',') as smallint[]), :every, :begins, :ends, :now)
                returning id
                """)
                .param("person", shift.person())
                .param("first", shift.firstDay())
                .param("last", shift.lastDay())
                .param(
                        "days",
                        shift.days().stream()
                                .sorted()
                                .map(it -> String.valueOf(it.getValue()))
                                .collect(Collectors.joining(",")))
                .param("every", shift.everyWeeks())
                .param("begins", shift.from())
                .param("ends", shift.until())
                .param("now", InstantColumn.value(now))
                .query(Long.class)
                .single();
    }

    void end(long id, LocalDate lastDay, Instant now) {
        db.sql("""
                update identity.duty_shift set last_day = :last, ended_at = :now,
                       ended_was = case when ended_at is null then last_day else ended_was end
                 where id = :id
                """)
                .param("last", lastDay)
                .param("now", InstantColumn.value(now))
                .param("id", id)
                .update();
    }

    void takeOut(long id, Instant now) {
        db.sql("update identity.duty_shift set taken_out = :now where id = :id and taken_out is null")
                .param("now", InstantColumn.value(now))
                .param("id", id)
                .update();
    }

    /** Of any shift, those that count on this day or later; newest first, at most 1,000. */
    List<ShiftChange> changes(LocalDate since) {
        return db.sql("""
                select * from identity.duty_change
                 where last_day >= :since and undone_at is null order by id desc limit 1000
                """).param("since", since).query(RotaRows::change).list();
    }

    /** Newest first, at most 1,000. */
    List<ShiftChange> undoneSince(Instant since) {
        return db.sql("select * from identity.duty_change where undone_at >= :since order by id desc limit 1000")
                .param("since", InstantColumn.value(since))
                .query(RotaRows::change)
                .list();
    }

    /** Newest first, at most 100. */
    List<ShiftChange> changesOf(long shift) {
        return db.sql("""
                select * from identity.duty_change
                 where shift = :shift and undone_at is null order by id desc limit 100
                """).param("shift", shift).query(RotaRows::change).list();
    }

    void change(long shift, LocalDate first, LocalDate last, @Nullable String instead, Instant now) {
        db.sql("""
                insert into identity.duty_change (shift, first_day, last_day, instead, entered_at)
                values (:shift, :first, :last, :instead, :now)
                """)
                .param("shift", shift)
                .param("first", first)
                .param("last", last)
                .param("instead", instead)
                .param("now", InstantColumn.value(now))
                .update();
    }

    boolean undo(long shift, long change, Instant now) {
        return db.sql(
                                "update identity.duty_change set undone_at = :now where id = :id and shift = :shift and undone_at is null")
                        .param("now", InstantColumn.value(now))
                        .param("id", change)
                        .param("shift", shift)
                        .update()
                == 1;
    }

    /** At most 500. */
    List<DutyAddress> addresses() {
        return db.sql("select person, mail, phone from identity.duty_address order by person limit 500")
                .query(DutyAddress.class)
                .list();
    }

    void keep(DutyAddress address) {
        if (address.mail().isEmpty() && address.phone().isEmpty()) {
            db.sql("delete from identity.duty_address where person = :person")
                    .param("person", address.person())
                    .update();
            return;
        }
        db.sql("""
                insert into identity.duty_address (person, mail, phone) values (:person, :mail, :phone)
                    on conflict (person) do update set mail = excluded.mail, phone = excluded.phone
                """)
                .param("person", address.person())
                .param("mail", address.mail())
                .param("phone", address.phone())
                .update();
    }

    private static DutyShift shift(ResultSet row, int number) throws SQLException {
        return new DutyShift(
                row.getLong("id"),
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Arrays.stream((Short[]) row.getArray("days").getArray())
                        .map(it -> DayOfWeek.of(it))
                        .collect(Collectors.toSet()),
                row.getInt("every_weeks"),
                row.getObject("begins", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getTimestamp("taken_out") != null);
    }

    private static ShiftChange change(ResultSet row, int number) throws SQLException {
        return new ShiftChange(
                row.getLong("id"),
                row.getLong("shift"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("instead"));
    }
}
