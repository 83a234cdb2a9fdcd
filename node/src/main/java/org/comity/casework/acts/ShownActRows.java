package org.comity.casework.acts;

import java.util.Optional;
import org.comity.proof.act.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the act that an officer was shown before signing it, as long as its draft stays as it is. */
@Repository
class ShownActRows {

    /** Before any change of the draft {@code :id}: nobody was shown what it says then. */
    static final String FORGOTTEN = "with shown as (delete from cooperation.shown_act where draft = :id)\n";

    private final JdbcClient db;

    ShownActRows(JdbcClient db) {
        this.db = db;
    }

    void put(String draft, Act act) {
        db.sql("""
                insert into cooperation.shown_act (draft, act_json) values (:draft, :json)
                on conflict (draft) do update set act_json = excluded.act_json
                """).param("draft", draft).param("json", act.json()).update();
    }

    Optional<Act> of(String draft) {
        return db.sql("select act_json from cooperation.shown_act where draft = :draft")
                .param("draft", draft)
                .query((row, n) -> Act.read(row.getBytes("act_json")))
                .optional();
    }
}
