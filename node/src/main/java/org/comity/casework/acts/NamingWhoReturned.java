package org.comity.casework.acts;

import java.util.Optional;
import org.comity.casework.ReturnedDrafts;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads beside a draft who gave it back. */
@Repository
class ReturnedRows implements ReturnedDrafts {

    private final JdbcClient db;
    private final Officials officials;

    ReturnedRows(JdbcClient db, Officials officials) {
        this.db = db;
        this.officials = officials;
    }

    @Override
    public Optional<Returned> of(Draft draft) {
        var why = draft.givenBack();
        return why == null ? Optional.empty() : Optional.of(new Returned(by(draft.id()), why));
    }

    private String by(String draft) {
        var id = db.sql("select coalesce(given_back_by, '') from cooperation.draft where id = :id")
                .param("id", draft)
                .query(String.class)
                .optional()
                .orElse("");
        return officials.find(id).map(Official::name).orElse(id);
    }
}
