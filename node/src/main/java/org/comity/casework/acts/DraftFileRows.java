package org.comity.casework.acts;

import java.util.Optional;
import org.comity.casework.DraftFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads files of drafts, and copies them between drafts where they lie. */
@Repository
class DraftFileRows implements DraftFiles {

    private final JdbcClient db;

    DraftFileRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<byte[]> content(String draft, String name) {
        return db.sql("select content from cooperation.draft_file where draft = :draft and name = :name")
                .param("draft", draft)
                .param("name", name)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public void copy(String from, String to) {
        db.sql("""
                insert into cooperation.draft_file (draft, name, media_type, sha256, content)
                select :to, name, media_type, sha256, content from cooperation.draft_file where draft = :from
                """).param("from", from).param("to", to).update();
    }
}
