package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code forum.translation}. */
@Repository
class PostTranslationRows {

    private final JdbcClient db;

    PostTranslationRows(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else translates, changes or withdraws this post. */
    void lock(long post) {
        db.sql("select id from forum.post where id = :post for update")
                .param("post", post)
                .query(Long.class)
                .optional();
    }

    /** Whether this maker's words stand there already, just as they are. */
    boolean stands(long post, String language, boolean machine, String text, String maker) {
        return db.sql("""
                select exists (select from forum.translation
                                where post = :post and language = :language and maker = :maker
                                  and machine = :machine and text = :text)
                """)
                .param("post", post)
                .param("language", language)
                .param("maker", maker)
                .param("machine", machine)
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    int count(long post) {
        return db.sql("select count(*) from forum.translation where post = :post")
                .param("post", post)
                .query(Integer.class)
                .single();
    }

    /** What a maker wrote before goes: a new text is another one, which nobody has checked. */
    void remove(long post, String language, String maker) {
        db.sql("delete from forum.translation where post = :post and language = :language and maker = :maker")
                .param("post", post)
                .param("language", language)
                .param("maker", maker)
                .update();
    }

    /** @param shown its participant, as pages say it; empty under the Chatham House Rule */
    void add(KeptPost post, String language, boolean machine, String text, String maker, String shown, Instant at) {
        db.sql("""
                insert into forum.translation (post, tlp, language, machine, text, maker, made_by, at)
                values (:post, :tlp, :language, :machine, :text, :maker, :shown, :at)
                """)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("language", language)
                .param("machine", machine)
                .param("text", text)
                .param("maker", maker)
                .param("shown", shown)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean made(long post, long id, String person) {
        return !person.isEmpty()
                && db.sql("""
                        select exists (select from forum.translation
                                        where post = :post and id = :id and maker = :person)
                        """)
                        .param("post", post)
                        .param("id", id)
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
    }

    /** Its language; nothing where it is gone. */
    Optional<String> remove(long post, long id) {
        return db.sql("delete from forum.translation where post = :post and id = :id returning language")
                .param("post", post)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Its language; nothing where there is none of a machine that nobody has checked. */
    Optional<String> check(long post, long id, String by, Instant at) {
        return db.sql("""
                update forum.translation set checked_by = :by, checked_at = :at
                 where post = :post and id = :id and machine and checked_by is null
                returning language
                """)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("post", post)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Of each post its languages, each once: a person's before a machine's, and the newer first; without the texts. */
    Map<Long, List<TranslationOrigin>> languages(Collection<Long> posts) {
        if (posts.isEmpty()) return Map.of();
        return db
                .sql("""
                select distinct on (post, language) post, language, machine, checked_by
                  from forum.translation where post in (:posts) order by post, language, machine, id desc
                """)
                .param("posts", posts)
                .query((row, number) -> Map.entry(row.getLong("post"), origin(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A person's before a machine's, and the newer first. */
    List<PostTranslation> into(String language, long post, String reader) {
        return db.sql("""
                select *, maker = :reader and :reader <> '' as mine from forum.translation
                 where post = :post and language = :language order by machine, id desc
                """)
                .param("reader", reader)
                .param("post", post)
                .param("language", language)
                .query(PostTranslationRows::translation)
                .list();
    }

    private static PostTranslation translation(ResultSet row, int number) throws SQLException {
        return new PostTranslation(
                row.getLong("id"),
                origin(row),
                row.getString("text"),
                row.getString("made_by"),
                InstantColumn.instant(row, "at"),
                row.getBoolean("mine"));
    }

    private static TranslationOrigin origin(ResultSet row) throws SQLException {
        return TranslationOrigin.of(
                row.getString("language"), row.getBoolean("machine"), row.getString("checked_by") != null);
    }
}
