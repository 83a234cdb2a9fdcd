package org.comity.implementation;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.implementation.OfficeLink.Theirs;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code implementation.link} and {@code implementation.link_answer}; of a token only its hash is kept. */
@Repository
class LinkRows {

    private final JdbcClient db;

    LinkRows(JdbcClient db) {
        this.db = db;
    }

    void add(OfficeLink link, String tokenHash, String by, Instant at) {
        db.sql("""
                insert into implementation.link (round, token, office, questions, asked_by, ends_at, made_by, made_at)
                values (:round, :token, :office, :questions, :askedBy, :endsAt, :by, :at)
                """)
                .param("round", link.round())
                .param("token", tokenHash)
                .param("office", link.office())
                .param("questions", String.join(" ", link.questions()))
                .param("askedBy", link.askedBy())
                .param("endsAt", link.endsAt().atOffset(UTC))
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<OfficeLink> byToken(String tokenHash) {
        return db.sql("select * from implementation.link where token = :token")
                .param("token", tokenHash)
                .query(LinkRows::link)
                .optional();
    }

    /** Newest first, at most 500. */
    List<OfficeLink> of(long round) {
        return db.sql("select * from implementation.link where round = :round order by id desc limit 500")
                .param("round", round)
                .query(LinkRows::link)
                .list();
    }

    Optional<OfficeLink> find(long id) {
        return db.sql("select * from implementation.link where id = :id")
                .param("id", id)
                .query(LinkRows::link)
                .optional();
    }

    boolean takeBack(long id, Instant at) {
        return db.sql("update implementation.link set taken_back = :at where id = :id and taken_back is null")
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Counts one more answer by this link; false if it gave so many already. */
    boolean counted(long link, int most) {
        return db.sql("update implementation.link set answers = answers + 1 where id = :link and answers < :most")
                        .param("link", link)
                        .param("most", most)
                        .update()
                == 1;
    }

    void answer(long link, String question, GivenAnswer given, Instant at) {
        db.sql("""
                insert into implementation.link_answer (link, question, choice, words, law, in_force, answered_at)
                values (:link, :question, :choice, :words, :law, :inForce, :at)
                on conflict (link, question) do update set choice = excluded.choice, words = excluded.words,
                       law = excluded.law, in_force = excluded.in_force, answered_at = excluded.answered_at,
                       accepted_at = null
                """)
                .param("link", link)
                .param("question", question)
                .param("choice", given.choice())
                .param("words", given.words())
                .param("law", given.law())
                .param("inForce", given.inForce())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** All answers that came by links of a round, by link: one look, however many links there are. */
    Map<Long, List<Theirs>> answersOf(long round) {
        return db
                .sql("""
                select a.* from implementation.link_answer a join implementation.link l on l.id = a.link
                 where l.round = :round order by a.link, a.question
                """)
                .param("round", round)
                .query((row, n) -> Map.entry(row.getLong("link"), theirs(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Theirs> answers(long link) {
        return db.sql("select * from implementation.link_answer where link = :link order by question")
                .param("link", link)
                .query((row, n) -> theirs(row))
                .list();
    }

    private static Theirs theirs(ResultSet row) throws SQLException {
        return new Theirs(
                row.getString("question"),
                AssessmentRows.given(row),
                InstantColumn.instant(row, "answered_at"),
                InstantColumn.instantIfAny(row, "accepted_at") != null);
    }

    /** False if it was accepted already, or is another answer than the one that was given at that moment. */
    boolean accept(long link, String question, Instant answered, Instant at) {
        return db.sql("""
                update implementation.link_answer set accepted_at = :at
                 where link = :link and question = :question and answered_at = :answered and accepted_at is null
                """)
                        .param("at", at.atOffset(UTC))
                        .param("link", link)
                        .param("question", question)
                        .param("answered", answered.atOffset(UTC))
                        .update()
                == 1;
    }

    private static OfficeLink link(ResultSet row, int number) throws SQLException {
        return new OfficeLink(
                row.getLong("id"),
                row.getLong("round"),
                row.getString("office"),
                Arrays.asList(row.getString("questions").split(" ")),
                row.getObject("asked_by", LocalDate.class),
                InstantColumn.instant(row, "ends_at"),
                InstantColumn.instantIfAny(row, "taken_back"));
    }
}
