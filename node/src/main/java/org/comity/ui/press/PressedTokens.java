package org.comity.ui.press;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens that were pressed. A second press waits here until the first is decided. */
@Repository
class PressedTokens {

    private final JdbcClient db;

    PressedTokens(JdbcClient db) {
        this.db = db;
    }

    /** True for the first press only. */
    boolean take(UUID token, Instant at) {
        return db.sql("""
                        insert into ui.press (token, pressed_at) values (:token, :at)
                        on conflict (token) do nothing
                        """).param("token", token).param("at", Timestamp.from(at)).update() == 1;
    }

    void led(UUID token, String outcome) {
        db.sql("update ui.press set outcome = :outcome where token = :token")
                .param("token", token)
                .param("outcome", outcome)
                .update();
    }

    Optional<String> outcome(UUID token) {
        return db.sql("select outcome from ui.press where token = :token and outcome is not null")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    void forgetBefore(Instant at) {
        db.sql("delete from ui.press where pressed_at < :at")
                .param("at", Timestamp.from(at))
                .update();
    }
}
