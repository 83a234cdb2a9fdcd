package org.comity.casework.acts;

import org.comity.casework.DraftFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Copies files between drafts where they lie. */
@Repository
class DraftFileRows implements DraftFiles {

    private final JdbcClient db;

    DraftFileRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void copy(String from, String to) {
        db.sql("""
                insert into cooperation.draft_file (draft, name, media_type, sha256, content)
                select :to, name, media_type, sha256, content from cooperation.draft_file where draft = :from
                """).param("from", from).param("to", to).update();
    }
}
