package org.comity.casework.acts;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BegunDrafts;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.Official;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads table {@code cooperation.draft} for drafts in which nobody has written, and with which nobody has put a file. */
@Repository
class UntouchedDrafts implements BegunDrafts {

    private final JdbcClient db;

    UntouchedDrafts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<String> untouched(String procedure, String counterpart, Map<String, Object> body, Official by) {
        // Two presses at once: the second waits for what the first begins.
        db.sql("select pg_advisory_xact_lock(420090, hashtext(:begins))")
                .param("begins", by.id() + " " + procedure)
                .query((_, _) -> 0)
                .list();
        return db.sql("""
                select id from cooperation.draft
                 where written_by = :by and procedure = :procedure and status = 'WRITING' and version = 1
                   and thread is null and counterpart = :counterpart and body = :body
                   and not exists (select from cooperation.draft_file f where f.draft = draft.id)
                 order by saved_at desc limit 1
                """)
                .param("by", by.id())
                .param("procedure", procedure)
                .param("counterpart", counterpart)
                .param("body", new String(CanonicalJson.write(body), StandardCharsets.UTF_8))
                .query(String.class)
                .optional();
    }
}
