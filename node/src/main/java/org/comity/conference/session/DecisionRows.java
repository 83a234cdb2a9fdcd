package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.session.Decision.Change;
import org.comity.conference.session.Decision.FollowUp;
import org.comity.conference.session.Decision.Step;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions of sessions and what became of them; nothing is deleted. */
@Repository
class DecisionRows {

    static final int MOST = 2_000;

    private final JdbcClient db;

    DecisionRows(JdbcClient db) {
        this.db = db;
    }

    /** False if there is one of this number. */
    boolean record(long session, String number, boolean everybody, TypedDecision decision, String by, Instant at) {
        return db.sql("""
                insert into conference.decision
                       (session, number, title, words, taken, effort, taken_on, everybody, articles, recorded_by,
                        recorded_at)
                values (:session, :number, :title, :words, :taken, :effort, :day, :everybody, :articles, :by, :at)
                on conflict (number) do nothing
                """)
                        .param("session", session)
                        .param("number", number)
                        .param("title", decision.title())
                        .param("words", decision.words())
                        .param("taken", decision.taken())
                        .param("effort", decision.effort())
                        .param("day", decision.takenOn())
                        .param("everybody", everybody)
                        .param("articles", String.join(",", decision.articles()))
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Waits for whoever changes the same one. */
    void lock(String number) {
        db.sql("select 1 from conference.decision where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    /** Keeps how it stood. */
    void changed(Decision before, String kind, String why, String by, Instant at) {
        db.sql("""
                insert into conference.decision_change
                       (decision, kind, why, title, words, taken, effort, taken_on, articles, recorded_by, recorded_at)
                select id, :kind, :why, title, words, taken, effort, taken_on, articles, :by, :at
                  from conference.decision where id = :id
                """)
                .param("kind", kind)
                .param("why", why)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("id", before.id())
                .update();
    }

    /** Number, session and readers stay. */
    void correct(long id, TypedDecision to) {
        db.sql("""
                update conference.decision
                   set title = :title, words = :words, taken = :taken, effort = :effort, taken_on = :day, articles = :articles
                 where id = :id
                """)
                .param("title", to.title())
                .param("words", to.words())
                .param("taken", to.taken())
                .param("effort", to.effort())
                .param("day", to.takenOn())
                .param("articles", String.join(",", to.articles()))
                .param("id", id)
                .update();
    }

    private Map<Long, List<Change>> changes(List<Long> decisions) {
        record Of(long decision, Change change) {}
        return db
                .sql("select * from conference.decision_change where decision in (:decisions) order by id")
                .param("decisions", decisions)
                .query((row, n) -> new Of(
                        row.getLong("decision"),
                        new Change(
                                row.getString("kind"),
                                LocalDate.ofInstant(InstantColumn.instant(row, "recorded_at"), UTC),
                                row.getString("why"),
                                row.getString("title"),
                                row.getString("words"),
                                row.getString("taken"),
                                row.getObject("taken_on", LocalDate.class),
                                PaperRows.articles(row.getString("articles")))))
                .list()
                .stream()
                .collect(groupingBy(Of::decision, mapping(Of::change, toList())));
    }

    void followUp(long decision, FollowUp followUp, String by, Instant at) {
        long id = db.sql("""
                insert into conference.follow_up (decision, paragraph, what, who, recorded_by, recorded_at)
                values (:decision, :paragraph, :what, :who, :by, :at) returning id
                """)
                .param("decision", decision)
                .param("paragraph", followUp.paragraph())
                .param("what", followUp.what())
                .param("who", followUp.who())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
        step(id, followUp.status(), followUp.due(), "", by, at);
    }

    void step(long followUp, String status, @Nullable LocalDate due, String words, String by, Instant at) {
        db.sql("""
                insert into conference.follow_up_step (follow_up, status, due, words, recorded_by, recorded_at)
                values (:id, :status, :due, :words, :by, :at)
                """)
                .param("id", followUp)
                .param("status", status)
                .param("due", due)
                .param("words", words)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Decision> find(String number) {
        return decisions(db.sql(asked("d.number = :number")).param("number", number)).stream()
                .findFirst();
    }

    /** The latest first. */
    List<Decision> all() {
        return decisions(db.sql(asked("true")));
    }

    List<Decision> ofSession(String session) {
        return decisions(db.sql(asked("s.key = :session")).param("session", session));
    }

    List<Decision> forEverybody() {
        return decisions(db.sql(asked("d.everybody")));
    }

    private static String asked(String which) {
        return """
                select d.*, s.key as session_key from conference.decision d
                  join conference.session s on s.id = d.session where %s
                 order by d.taken_on desc, d.id desc limit %d
                """.formatted(which, MOST);
    }

    private List<Decision> decisions(JdbcClient.StatementSpec asked) {
        var found = asked.query((row, n) -> new Decision(
                        row.getLong("id"),
                        row.getString("session_key"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("taken"),
                        row.getString("effort"),
                        row.getObject("taken_on", LocalDate.class),
                        row.getBoolean("everybody"),
                        PaperRows.articles(row.getString("articles")),
                        List.of(),
                        List.of()))
                .list();
        if (found.isEmpty()) return found;
        record Line(long decision, long followUp, String paragraph, String what, String who, Step step) {}
        var lines = db.sql("""
                select f.decision, f.id, f.paragraph, f.what, f.who, t.status, t.due, t.words, t.recorded_at
                  from conference.follow_up f join conference.follow_up_step t on t.follow_up = f.id
                 where f.decision in (:decisions) order by f.id, t.id
                """)
                .param("decisions", found.stream().map(Decision::id).toList())
                .query((row, n) -> new Line(
                        row.getLong("decision"),
                        row.getLong("id"),
                        row.getString("paragraph"),
                        row.getString("what"),
                        row.getString("who"),
                        new Step(
                                row.getString("status"),
                                row.getObject("due", LocalDate.class),
                                row.getString("words"),
                                LocalDate.ofInstant(InstantColumn.instant(row, "recorded_at"), UTC))))
                .list();
        var byDecision = lines.stream()
                .collect(groupingBy(Line::decision, groupingBy(Line::followUp, java.util.TreeMap::new, toList())));
        var changes = changes(found.stream().map(Decision::id).toList());
        return found.stream()
                .map(it -> {
                    var own = byDecision.getOrDefault(it.id(), new java.util.TreeMap<>()).values().stream()
                            .map(steps -> {
                                var last = steps.getLast();
                                return new FollowUp(
                                        last.followUp(),
                                        last.paragraph(),
                                        last.what(),
                                        last.who(),
                                        last.step().status(),
                                        last.step().due(),
                                        steps.stream().map(Line::step).toList());
                            })
                            .toList();
                    return new Decision(
                            it.id(),
                            it.session(),
                            it.number(),
                            it.title(),
                            it.words(),
                            it.taken(),
                            it.effort(),
                            it.takenOn(),
                            it.everybody(),
                            it.articles(),
                            own,
                            changes.getOrDefault(it.id(), List.of()));
                })
                .toList();
    }
}
