package org.comity.casework.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which version of a draft was last returned; {@link DraftRows} keeps and forgets it. */
@Repository
class ReturnedActRows {

    private final JdbcClient db;

    ReturnedActRows(JdbcClient db) {
        this.db = db;
    }

    /** @param files their SHA-256 by name */
    record ReturnedAct(String why, String by, Instant at, byte[] json, Map<String, Object> files) {}

    Optional<ReturnedAct> of(String draft) {
        return db.sql("select * from cooperation.returned_act where draft = :draft")
                .param("draft", draft)
                .query((row, n) -> new ReturnedAct(
                        row.getString("why"),
                        row.getString("returned_by"),
                        InstantColumn.instant(row, "returned_at"),
                        row.getBytes("act_json"),
                        CanonicalJson.read(row.getString("files").getBytes(UTF_8))))
                .optional();
    }
}
