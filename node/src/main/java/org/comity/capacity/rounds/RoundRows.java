package org.comity.capacity.rounds;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code capacity.round} and {@code capacity.solving}. */
@Repository
class RoundRows {

    private static final int MOST = 200;

    private final JdbcClient db;

    RoundRows(JdbcClient db) {
        this.db = db;
    }

    /** @param weights as canonical JSON */
    record OpenedRound(String id, String weights, int room, int answerDays, String openedBy, Instant fixedAt) {}

    /**
     * @param input never shown
     * @param file as published, or as it waits for the second officer; then its approver is {@code ?}
     */
    record Solving(
            String round,
            int number,
            Instant frozenAt,
            byte[] input,
            String reasons,
            byte[] file,
            String ranBy,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant toldAt,
            @Nullable Instant refusedAt,
            String refusedWhy) {

        boolean refused() {
            return refusedAt != null;
        }
    }

    record ApprovedRound(String id, int answerDays, Instant approvedAt) {}

    /**
     * Those of the newest rounds whose last solving a second officer approved and whose reasons speak of this need or offer,
     * newest first, in one look, without what they hold.
     */
    List<ApprovedRound> approvedOf(String reference) {
        return db.sql("""
                select r.id, r.answer_days, s.approved_at
                  from (select * from capacity.round order by fixed_at desc limit :most) r
                  join lateral (select * from capacity.solving
                                 where round = r.id and refused_at is null order by number desc limit 1) s
                    on s.approved_at is not null and position(:reference in s.reasons) > 0
                 order by r.fixed_at desc
                """)
                .param("most", MOST)
                .param("reference", reference)
                .query((row, n) -> new ApprovedRound(
                        row.getString("id"), row.getInt("answer_days"), InstantColumn.instant(row, "approved_at")))
                .list();
    }

    /** What the last solvings of these rounds gave as their reasons, by round, of those that a second officer approved. */
    Map<String, String> approvedReasons(Collection<String> rounds) {
        var reasons = new HashMap<String, String>();
        if (rounds.isEmpty()) return reasons;
        db.sql("""
                select s.round, s.reasons
                  from capacity.solving s
                 where s.round = any (:rounds)
                   and s.approved_at is not null
                   and not exists (select from capacity.solving later where later.round = s.round
                                     and later.number > s.number and later.refused_at is null)
                """).param("rounds", rounds.toArray(String[]::new)).query(row -> {
            reasons.put(row.getString("round"), row.getString("reasons"));
        });
        return reasons;
    }

    /** What a second officer approved of a round. */
    record ApprovedSolving(String reasons, byte[] file) {}

    /** The last one, of a round that has one. */
    ApprovedSolving approved(String round) {
        return db.sql("""
                select reasons, file from capacity.solving
                 where round = :round and approved_at is not null order by number desc limit 1
                """)
                .param("round", round)
                .query((row, n) -> new ApprovedSolving(row.getString("reasons"), row.getBytes("file")))
                .single();
    }

    /** A solving of which the States were told why. */
    record ToldRound(String round, String reasons, Instant answerBy) {

        RoundReasons read() {
            return RoundReasons.of(reasons);
        }
    }

    /** Those whose reasons speak of this need, newest first. */
    List<ToldRound> toldOf(String reference) {
        return told("position(:reference in s.reasons) > 0", "reference", reference);
    }

    /** Those to which an answer may still come, newest first. */
    List<ToldRound> toldToAnswer(Instant now) {
        return told("s.approved_at + make_interval(days => r.answer_days) > :now", "now", now.atOffset(UTC));
    }

    private List<ToldRound> told(String which, String name, Object value) {
        return db.sql("""
                select r.id, s.reasons, s.approved_at + make_interval(days => r.answer_days) as answer_by
                  from capacity.solving s join capacity.round r on r.id = s.round
                 where s.told_at is not null and s.approved_at is not null and %s
                 order by s.told_at desc limit :most
                """.formatted(which))
                .param("most", MOST)
                .param(name, value)
                .query((row, n) -> new ToldRound(
                        row.getString("id"), row.getString("reasons"), InstantColumn.instant(row, "answer_by")))
                .list();
    }

    Optional<OpenedRound> find(String id) {
        return db.sql("select * from capacity.round where id = :id")
                .param("id", id)
                .query(RoundRows::round)
                .optional();
    }

    /** When the third round before one that was opened then was opened, without those that came to nothing; empty where there are fewer. */
    Optional<Instant> thirdBefore(Instant opened) {
        return db.sql(
                        "select fixed_at from capacity.round where fixed_at < :at and ended_at is null order by fixed_at desc offset 2 limit 1")
                .param("at", opened.atOffset(UTC))
                .query((row, n) -> InstantColumn.instant(row, "fixed_at"))
                .optional();
    }

    /** @return false if there is one of this name */
    boolean open(OpenedRound round) {
        return db.sql("""
                insert into capacity.round (id, weights, room, answer_days, opened_by, fixed_at)
                values (:id, :weights, :room, :days, :by, :at) on conflict do nothing
                """)
                        .param("id", round.id())
                        .param("weights", round.weights())
                        .param("room", round.room())
                        .param("days", round.answerDays())
                        .param("by", round.openedBy())
                        .param("at", round.fixedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    List<Solving> solvings(String round) {
        return db.sql("select * from capacity.solving where round = :round order by number")
                .param("round", round)
                .query(RoundRows::solving)
                .list();
    }

    /** The files of what a second officer approved in other rounds, oldest first. */
    List<byte[]> approvedBeside(String round) {
        return db.sql("""
                select file from capacity.solving where round <> :round and approved_at is not null order by approved_at
                """)
                .param("round", round)
                .query((row, n) -> row.getBytes("file"))
                .list();
    }

    /** @return false if it was solved meanwhile */
    boolean solved(Solving solving) {
        return db.sql("""
                insert into capacity.solving (round, number, frozen_at, input, reasons, file, ran_by)
                values (:round, :number, :frozen, :input, :reasons, :file, :by) on conflict do nothing
                """)
                        .param("round", solving.round())
                        .param("number", solving.number())
                        .param("frozen", solving.frozenAt().atOffset(UTC))
                        .param("input", solving.input())
                        .param("reasons", solving.reasons())
                        .param("file", solving.file())
                        .param("by", solving.ranBy())
                        .update()
                == 1;
    }

    /** @return false if it was approved or refused meanwhile */
    boolean approved(String round, int number, byte[] file, String by, Instant at) {
        return db.sql("""
                update capacity.solving set approved_by = :by, approved_at = :at, file = :file
                 where round = :round and number = :number and approved_by is null and refused_by is null and ran_by <> :by
                """)
                        .param("round", round)
                        .param("number", number)
                        .param("file", file)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @return false if the States were told before */
    boolean told(String round, int number, Instant at) {
        return db.sql("""
                update capacity.solving set told_at = :at
                 where round = :round and number = :number and approved_by is not null and told_at is null
                """)
                        .param("round", round)
                        .param("number", number)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private static OpenedRound round(ResultSet row, int number) throws SQLException {
        return new OpenedRound(
                row.getString("id"),
                row.getString("weights"),
                row.getInt("room"),
                row.getInt("answer_days"),
                row.getString("opened_by"),
                InstantColumn.instant(row, "fixed_at"));
    }

    private static Solving solving(ResultSet row, int number) throws SQLException {
        return new Solving(
                row.getString("round"),
                row.getInt("number"),
                InstantColumn.instant(row, "frozen_at"),
                row.getBytes("input"),
                row.getString("reasons"),
                row.getBytes("file"),
                row.getString("ran_by"),
                row.getString("approved_by"),
                InstantColumn.instantIfAny(row, "approved_at"),
                InstantColumn.instantIfAny(row, "told_at"),
                InstantColumn.instantIfAny(row, "refused_at"),
                row.getString("refused_why"));
    }
}
