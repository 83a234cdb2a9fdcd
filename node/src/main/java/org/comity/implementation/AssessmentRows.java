package org.comity.implementation;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables of the rounds, answers, marks, evidence and sheets of the self-assessment. */
@Repository
class AssessmentRows {

    private static final int MOST_SHEETS = 20;
    private static final Duration SHEETS_LAST = Duration.ofDays(1);

    private final JdbcClient db;

    AssessmentRows(JdbcClient db) {
        this.db = db;
    }

    /** @param id rising; {@code count} of rounds so far */
    record Round(long id, long count) {}

    Optional<Round> round() {
        return db.sql("select *, count(*) over () as rounds from implementation.round order by id desc limit 1")
                .query((row, n) -> new Round(row.getLong("id"), row.getLong("rounds")))
                .optional();
    }

    /** The newest is no other before the transaction ends: whoever begins one waits for all who answer. */
    Optional<Round> hold() {
        for (var newest = round(); ; newest = round()) {
            if (newest.isEmpty()) return newest;
            lock(newest.get(), "share");
            // Another may have begun while this waited.
            if (newest.equals(round())) return newest;
        }
    }

    /** Waits for all who write in it. */
    void end(Round round) {
        lock(round, "update");
    }

    private void lock(Round round, String how) {
        db.sql("select id from implementation.round where id = :id for " + how)
                .param("id", round.id())
                .query(Long.class)
                .single();
    }

    /** Until the transaction ends: two who begin a round at once begin one. */
    void lockRounds() {
        db.sql("lock table implementation.round in share row exclusive mode").update();
    }

    long open(String official, Instant at) {
        return db.sql("insert into implementation.round (opened_by, opened_at) values (:by, :at) returning id")
                .param("by", official)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Everything of a round comes over into the next, to be asked only whether it is still true. */
    void bringOver(long from, long to) {
        db.sql("""
                insert into implementation.answer (round, question, choice, words, law, in_force, source, still,
                       answered_by, answered_at)
                select :to, question, choice, words, law, in_force, 'earlier', false, answered_by, answered_at
                  from implementation.answer where round = :from
                """).param("from", from).param("to", to).update();
        db.sql("""
                insert into implementation.mark (round, article, letter, until, challenge, help, practice, marked_by,
                       marked_at)
                select :to, article, letter, until, challenge, help, practice, marked_by, marked_at
                  from implementation.mark where round = :from
                """).param("from", from).param("to", to).update();
        db.sql("""
                insert into implementation.evidence (round, question, name, size, sha256, added_by, added_at)
                select :to, question, name, size, sha256, added_by, added_at
                  from implementation.evidence where round = :from
                """).param("from", from).param("to", to).update();
    }

    List<KeptAnswer> answers(long round) {
        return db.sql("select * from implementation.answer where round = :round order by question")
                .param("round", round)
                .query(AssessmentRows::answer)
                .list();
    }

    /** Whatever stands there. */
    void answer(long round, KeptAnswer answer) {
        put(round, answer, true, null);
    }

    /**
     * @param seen when that was answered whose place it takes; null if nothing was there
     * @return false, and nothing changes, if something else stands there now
     */
    boolean answer(long round, KeptAnswer answer, @Nullable Instant seen) {
        return put(round, answer, false, seen);
    }

    private boolean put(long round, KeptAnswer answer, boolean whatever, @Nullable Instant seen) {
        var given = answer.given();
        return db.sql("""
                insert into implementation.answer (round, question, choice, words, law, in_force, source, still,
                       answered_by, answered_at)
                values (:round, :question, :choice, :words, :law, :inForce, :source, :still, :by, :at)
                on conflict (round, question) do update set choice = excluded.choice, words = excluded.words,
                       law = excluded.law, in_force = excluded.in_force, source = excluded.source,
                       still = excluded.still, answered_by = excluded.answered_by, answered_at = excluded.answered_at
                 where :whatever or answer.answered_at = cast(:seen as timestamptz)
                """)
                        .param("whatever", whatever)
                        .param("seen", InstantColumn.value(seen), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("round", round)
                        .param("question", answer.question())
                        .param("choice", given.choice())
                        .param("words", given.words())
                        .param("law", given.law())
                        .param("inForce", given.inForce())
                        .param("source", answer.source())
                        .param("still", answer.still())
                        .param("by", answer.by())
                        .param("at", answer.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** False where no answer is there, or it was said before. */
    boolean still(long round, String question, String by, Instant at) {
        return db.sql("""
                update implementation.answer set still = true, answered_by = :by, answered_at = :at
                 where round = :round and question = :question and not still
                """)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("round", round)
                        .param("question", question)
                        .update()
                == 1;
    }

    List<ArticleMark> marks(long round) {
        return db.sql("select * from implementation.mark where round = :round")
                .param("round", round)
                .query((row, n) -> new ArticleMark(
                        row.getString("article"),
                        row.getString("letter"),
                        row.getObject("until", LocalDate.class),
                        row.getString("challenge"),
                        row.getString("help"),
                        row.getString("practice")))
                .list();
    }

    Optional<Instant> marked(long round, String article) {
        return db.sql("select marked_at from implementation.mark where round = :round and article = :article")
                .param("round", round)
                .param("article", article)
                .query((row, n) -> InstantColumn.instant(row, "marked_at"))
                .optional();
    }

    /** Whatever stands there. */
    void mark(long round, ArticleMark mark, String by, Instant at) {
        put(round, mark, by, at, true, null);
    }

    /** As {@link #answer(long, KeptAnswer, Instant)}. */
    boolean mark(long round, ArticleMark mark, String by, Instant at, @Nullable Instant seen) {
        return put(round, mark, by, at, false, seen);
    }

    private boolean put(long round, ArticleMark mark, String by, Instant at, boolean whatever, @Nullable Instant seen) {
        return db.sql("""
                insert into implementation.mark (round, article, letter, until, challenge, help, practice, marked_by,
                       marked_at)
                values (:round, :article, :letter, :until, :challenge, :help, :practice, :by, :at)
                on conflict (round, article) do update set letter = excluded.letter, until = excluded.until,
                       challenge = excluded.challenge, help = excluded.help, practice = excluded.practice,
                       marked_by = excluded.marked_by, marked_at = excluded.marked_at
                 where :whatever or mark.marked_at = cast(:seen as timestamptz)
                """)
                        .param("whatever", whatever)
                        .param("seen", InstantColumn.value(seen), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("round", round)
                        .param("article", mark.article())
                        .param("letter", mark.letter())
                        .param("until", mark.until())
                        .param("challenge", mark.challenge())
                        .param("help", mark.help())
                        .param("practice", mark.practice())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<NamedEvidence> evidence(long round) {
        return db.sql("select * from implementation.evidence where round = :round order by id")
                .param("round", round)
                .query((row, n) -> new NamedEvidence(
                        row.getString("question"), row.getString("name"), row.getLong("size"), row.getString("sha256")))
                .list();
    }

    void name(long round, String question, NamedEvidence file, String by, Instant at) {
        db.sql("""
                insert into implementation.evidence (round, question, name, size, sha256, added_by, added_at)
                values (:round, :question, :name, :size, :sha256, :by, :at)
                on conflict do nothing
                """)
                .param("round", round)
                .param("question", question)
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void keepSheet(String id, byte[] content, String official, Instant at) {
        db.sql("delete from implementation.sheet where at < :before")
                .param("before", at.minus(SHEETS_LAST).atOffset(UTC))
                .update();
        // Of one officer the newest, so that pressing the button again and again fills nothing.
        db.sql("""
                delete from implementation.sheet where official = :by
                   and id not in (select id from implementation.sheet where official = :by order by at desc, id limit :most)
                """).param("by", official).param("most", MOST_SHEETS - 1).update();
        db.sql("insert into implementation.sheet (id, content, official, at) values (:id, :content, :by, :at)")
                .param("id", id)
                .param("content", content)
                .param("by", official)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<byte[]> sheet(String id) {
        return db.sql("select content from implementation.sheet where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    static KeptAnswer answer(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(
                row.getString("question"),
                given(row),
                row.getString("source"),
                row.getBoolean("still"),
                row.getString("answered_by"),
                InstantColumn.instant(row, "answered_at"));
    }

    static GivenAnswer given(ResultSet row) throws SQLException {
        return new GivenAnswer(
                row.getString("choice"),
                row.getString("words"),
                row.getString("law"),
                row.getObject("in_force", LocalDate.class));
    }
}
