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

    /** Beside those that stand there; false where the same text stands there already. */
    boolean keep(KeptPost post, String language, boolean machine, String text, String by, Instant at) {
        return db.sql("""
                insert into forum.translation (post, tlp, language, machine, text, made_by, at)
                select :post, :tlp, :language, :machine, :text, :by, :at
                 where not exists (select from forum.translation
                                    where post = :post and language = :language and machine = :machine and text = :text)
                """)
                        .param("post", post.id())
                        .param("tlp", post.light().name())
                        .param("language", language)
                        .param("machine", machine)
                        .param("text", text)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
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

    /** Of each language, a person's before a machine's, and the newer first. */
    Map<Long, List<PostTranslation>> of(Collection<Long> posts) {
        if (posts.isEmpty()) return Map.of();
        return db
                .sql("select * from forum.translation where post in (:posts) order by post, language, machine, id desc")
                .param("posts", posts)
                .query(PostTranslationRows::translation)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PostTranslation::post));
    }

    private static PostTranslation translation(ResultSet row, int number) throws SQLException {
        return new PostTranslation(
                row.getLong("id"),
                row.getLong("post"),
                row.getString("language"),
                row.getBoolean("machine"),
                row.getString("text"),
                row.getString("made_by"),
                InstantColumn.instant(row, "at"),
                row.getString("checked_by"));
    }
}
