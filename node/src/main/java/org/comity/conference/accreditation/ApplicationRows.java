package org.comity.conference.accreditation;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.accreditation.ObserverApplication.Objection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications and objections; an objection that was withdrawn stays, and so does an outcome. */
@Repository
class ApplicationRows {

    static final int MOST = 2_000;

    private final JdbcClient db;

    ApplicationRows(JdbcClient db) {
        this.db = db;
    }

    long add(ObserverApplication application, String by, Instant at) {
        return db.sql("""
                insert into conference.application (name, sort, about, applied_on, recorded_by, recorded_at)
                values (:name, :sort, :about, :day, :by, :at) returning id
                """)
                .param("name", application.name())
                .param("sort", application.sort())
                .param("about", application.about())
                .param("day", application.appliedOn())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Names of those that were admitted, by their ids. */
    Map<Long, String> admitted() {
        var names = new HashMap<Long, String>();
        db.sql("select id, name from conference.application where outcome = 'admitted' order by id limit " + MOST)
                .query((row, n) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }

    /** Waits for whoever changes the same one. */
    void lock(long id) {
        db.sql("select 1 from conference.application where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    void circulate(long id, String rule, LocalDate day) {
        db.sql(
                        "update conference.application set rule = :rule, circulated_on = :day where id = :id and circulated_on is null")
                .param("rule", rule)
                .param("day", day)
                .param("id", id)
                .update();
    }

    void refer(long id, LocalDate day) {
        db.sql("update conference.application set referred_on = :day where id = :id and referred_on is null")
                .param("day", day)
                .param("id", id)
                .update();
    }

    void end(long id, String outcome, LocalDate day, String words, String by) {
        db.sql("""
                update conference.application set outcome = :outcome, outcome_on = :day, outcome_words = :words, outcome_by = :by
                 where id = :id and outcome = ''
                """)
                .param("outcome", outcome)
                .param("day", day)
                .param("words", words)
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** False if this State objects already. */
    boolean object(long id, Objection objection, String by, Instant at) {
        return db.sql("""
                insert into conference.objection (application, voice, reason, came_on, recorded_by, recorded_at)
                values (:id, :voice, :reason, :day, :by, :at) on conflict do nothing
                """)
                        .param("id", id)
                        .param("voice", objection.voice())
                        .param("reason", objection.reason())
                        .param("day", objection.cameOn())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** False if it does not stand. */
    boolean takeBack(long id, long objection, LocalDate day) {
        return db.sql("""
                update conference.objection set withdrawn_on = :day
                 where id = :objection and application = :id and withdrawn_on is null
                """)
                        .param("day", day)
                        .param("objection", objection)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ObserverApplication> find(long id) {
        return applications(db.sql("select * from conference.application where id = :id")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** In the order in which they came. */
    List<ObserverApplication> all() {
        return applications(db.sql("select * from conference.application order by applied_on, id limit " + MOST));
    }

    /** Those that have not ended, in the order in which they came. */
    List<ObserverApplication> open(int most) {
        return applications(
                db.sql("select * from conference.application where outcome = '' order by applied_on, id limit :most")
                        .param("most", most));
    }

    private List<ObserverApplication> applications(JdbcClient.StatementSpec asked) {
        record Kept(long application, Objection objection) {}
        var found = asked.query((row, n) -> {
                    var rule = row.getString("rule");
                    return new ObserverApplication(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("sort"),
                            row.getString("about"),
                            row.getObject("applied_on", LocalDate.class),
                            rule == null ? null : AccreditationRule.read(rule),
                            row.getObject("circulated_on", LocalDate.class),
                            row.getObject("referred_on", LocalDate.class),
                            row.getString("outcome"),
                            row.getObject("outcome_on", LocalDate.class),
                            row.getString("outcome_words"),
                            List.of());
                })
                .list();
        if (found.isEmpty()) return found;
        var objections = db
                .sql("select * from conference.objection where application in (:ids) order by id")
                .param("ids", found.stream().map(ObserverApplication::id).toList())
                .query((row, n) -> new Kept(
                        row.getLong("application"),
                        new Objection(
                                row.getLong("id"),
                                row.getString("voice"),
                                row.getString("reason"),
                                row.getObject("came_on", LocalDate.class),
                                row.getObject("withdrawn_on", LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(Kept::application));
        return found.stream()
                .map(it -> new ObserverApplication(
                        it.id(),
                        it.name(),
                        it.sort(),
                        it.about(),
                        it.appliedOn(),
                        it.rule(),
                        it.circulatedOn(),
                        it.referredOn(),
                        it.outcome(),
                        it.outcomeOn(),
                        it.outcomeWords(),
                        objections.getOrDefault(it.id(), List.of()).stream()
                                .map(Kept::objection)
                                .toList()))
                .toList();
    }
}
