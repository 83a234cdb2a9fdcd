package org.comity.identity.administration;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.identity.administration.PersonChange.Kind;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.change}: at most one change of a person waits. */
@Repository
class ChangeRows {

    private static final String WAITING = """
            select c.*, p.name, l.issued_by as link_by
              from identity.change c
              join identity.person p on p.id = c.person
              left join identity.enrolment l on l.person = c.person and l.used_at is null and l.waits
             where c.outcome is null
            """;

    private final JdbcClient db;

    ChangeRows(JdbcClient db) {
        this.db = db;
    }

    void ask(String person, Kind kind, Set<Duty> duties, String by, Instant now) {
        db.sql("""
                insert into identity.change (person, kind, duties, asked_by, asked_at)
                values (:person, :kind, :duties, :by, :now)
                """)
                .param("person", person)
                .param("kind", kind.name())
                .param("duties", words(duties))
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The node's own configuration named this person: told like what somebody confirmed. */
    void named(String person, Set<Duty> duties, Instant now) {
        db.sql("""
                insert into identity.change (person, kind, duties, asked_by, asked_at, outcome, decided_at)
                values (:person, 'NAMED', :duties, 'node', :now, 'CONFIRMED', :now)
                """)
                .param("person", person)
                .param("duties", words(duties))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** @return false if it was decided meanwhile */
    boolean decide(long n, String outcome, @Nullable String by, Instant now) {
        return db.sql("""
                        update identity.change set outcome = :outcome, decided_by = :by, decided_at = :now
                         where n = :n and outcome is null
                        """)
                        .param("outcome", outcome)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .param("n", n)
                        .update()
                == 1;
    }

    Optional<PersonChange> waiting(String person) {
        return db.sql(WAITING + " and c.person = :person")
                .param("person", person)
                .query(ChangeRows::change)
                .optional();
    }

    /** Oldest first, at most 200. */
    List<PersonChange> waiting() {
        return db.sql(WAITING + " order by c.n limit 200")
                .query(ChangeRows::change)
                .list();
    }

    /** Names of those who may let acts leave, or were given a way to sign in for it, since then; newest first, at most 20. */
    List<String> confirmed(Instant since, Set<Duty> duties) {
        return db.sql("""
                select p.name from identity.change c join identity.person p on p.id = c.person
                 where c.outcome = 'CONFIRMED' and c.decided_at > :since and c.duties && cast(:duties as text[])
                 group by p.name order by max(c.decided_at) desc
                 limit 20
                """)
                .param("since", since.atOffset(UTC))
                .param("duties", words(duties))
                .query(String.class)
                .list();
    }

    private static String[] words(Set<Duty> duties) {
        return duties.stream().map(Duty::name).sorted().toArray(String[]::new);
    }

    private static PersonChange change(ResultSet row, int number) throws SQLException {
        return new PersonChange(
                row.getLong("n"),
                row.getString("person"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                Arrays.stream((String[]) row.getArray("duties").getArray())
                        .map(Duty::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("asked_by"),
                InstantColumn.instant(row, "asked_at"),
                row.getString("link_by"));
    }
}
