package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.conference.session.ConferenceSession.PaperFile;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents by their symbols, and their files in each language; a file that is there is never replaced. */
@Repository
class PaperRows {

    static final int MOST = 2_000;

    private static final String PAPERS = """
            select p.*, s.key as session_key from conference.paper p join conference.session s on s.id = p.session
            """;

    private final JdbcClient db;

    PaperRows(JdbcClient db) {
        this.db = db;
    }

    /** Empty if there is one of this symbol. */
    Optional<Long> register(long session, Paper paper, String by, Instant at) {
        return db.sql("""
                insert into conference.paper (session, item, symbol, title, original, everybody, articles, registered_by,
                       registered_at)
                values (:session, :item, :symbol, :title, :original, :everybody, :articles, :by, :at)
                on conflict (symbol) do nothing
                returning id
                """)
                .param("session", session)
                .param("item", paper.item())
                .param("symbol", paper.symbol())
                .param("title", paper.title())
                .param("original", paper.original())
                .param("everybody", paper.everybody())
                .param("articles", String.join(",", paper.articles()))
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    /** False if there is a file in this language. */
    boolean add(long paper, PaperFile file, byte[] content, String by, Instant at) {
        return db.sql("""
                insert into conference.paper_file (paper, language, type, size, sha256, content, added_by, added_at)
                values (:paper, :language, :type, :size, :hash, :content, :by, :at) on conflict do nothing
                """)
                        .param("paper", paper)
                        .param("language", file.language())
                        .param("type", file.type())
                        .param("size", file.size())
                        .param("hash", file.sha256())
                        .param("content", content)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<byte[]> content(long paper, String language) {
        return db.sql("select content from conference.paper_file where paper = :paper and language = :language")
                .param("paper", paper)
                .param("language", language)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** In the order in which they were registered. */
    List<Paper> ofSession(long session) {
        return papers(db.sql(PAPERS + "where p.session = :session order by p.id limit " + MOST)
                .param("session", session));
    }

    /** Newest first. */
    List<Paper> all() {
        return papers(db.sql(PAPERS + "order by p.id desc limit " + MOST));
    }

    /** Until the end of the caller's transaction nobody else adds to it. */
    void lock(long id) {
        db.sql("select 1 from conference.paper where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    Optional<Paper> find(long id) {
        return papers(db.sql(PAPERS + "where p.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** Those that everybody may read, newest first. */
    List<Paper> forEverybody() {
        return papers(db.sql(PAPERS + "where p.everybody and s.everybody order by p.id desc limit " + MOST));
    }

    static List<String> articles(String kept) {
        return kept.isEmpty() ? List.of() : List.of(kept.split(","));
    }

    private List<Paper> papers(JdbcClient.StatementSpec asked) {
        var papers = asked.query((row, n) -> new Paper(
                        row.getLong("id"),
                        row.getString("session_key"),
                        (Integer) row.getObject("item"),
                        row.getString("symbol"),
                        row.getString("title"),
                        row.getString("original"),
                        row.getBoolean("everybody"),
                        LocalDate.ofInstant(InstantColumn.instant(row, "registered_at"), UTC),
                        articles(row.getString("articles")),
                        List.of()))
                .list();
        if (papers.isEmpty()) return papers;
        record Kept(long paper, PaperFile file) {}
        var files = db
                .sql("""
                select paper, language, type, size, sha256 from conference.paper_file where paper in (:papers) order by language
                """)
                .param("papers", papers.stream().map(Paper::id).toList())
                .query((row, n) -> new Kept(
                        row.getLong("paper"),
                        new PaperFile(
                                row.getString("language"),
                                row.getString("type"),
                                row.getInt("size"),
                                row.getString("sha256"))))
                .list()
                .stream()
                .collect(groupingBy(Kept::paper));
        return papers.stream()
                .map(it -> new Paper(
                        it.id(),
                        it.session(),
                        it.item(),
                        it.symbol(),
                        it.title(),
                        it.original(),
                        it.everybody(),
                        it.registeredOn(),
                        it.articles(),
                        files.getOrDefault(it.id(), List.of()).stream()
                                .map(Kept::file)
                                .toList()))
                .toList();
    }
}
