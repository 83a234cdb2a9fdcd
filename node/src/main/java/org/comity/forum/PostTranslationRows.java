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

    /** One for each language; a person's takes the place of a machine's, never the other way round. */
    boolean keep(KeptPost post, PostTranslation it) {
        return db.sql("""
                insert into forum.translation (post, tlp, language, machine, text, made_by, at)
                values (:post, :tlp, :language, :machine, :text, :by, :at)
                on conflict (post, language) do update
                   set machine = excluded.machine, text = excluded.text, made_by = excluded.made_by, at = excluded.at,
                       checked_by = null, checked_at = null
                 where forum.translation.machine or not excluded.machine
                """)
                        .param("post", post.id())
                        .param("tlp", post.light().name())
                        .param("language", it.language())
                        .param("machine", it.machine())
                        .param("text", it.text())
                        .param("by", it.madeBy())
                        .param("at", it.at().atOffset(UTC))
                        .update()
                == 1;
    }

    boolean check(long post, String language, String by, Instant at) {
        return db.sql("""
                update forum.translation set checked_by = :by, checked_at = :at
                 where post = :post and language = :language and machine and checked_by is null
                """)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("post", post)
                        .param("language", language)
                        .update()
                == 1;
    }

    Optional<PostTranslation> find(long post, String language) {
        return db.sql("select * from forum.translation where post = :post and language = :language")
                .param("post", post)
                .param("language", language)
                .query(PostTranslationRows::translation)
                .optional();
    }

    Map<Long, List<PostTranslation>> of(Collection<Long> posts) {
        if (posts.isEmpty()) return Map.of();
        return db
                .sql("select * from forum.translation where post in (:posts) order by post, language")
                .param("posts", posts)
                .query(PostTranslationRows::translation)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PostTranslation::post));
    }

    private static PostTranslation translation(ResultSet row, int number) throws SQLException {
        return new PostTranslation(
                row.getLong("post"),
                row.getString("language"),
                row.getBoolean("machine"),
                row.getString("text"),
                row.getString("made_by"),
                InstantColumn.instant(row, "at"),
                row.getString("checked_by"));
    }
}
