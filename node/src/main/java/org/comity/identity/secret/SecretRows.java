package org.comity.identity.secret;

import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Password hash and code secret of table {@code identity.person}. */
@Repository
class SecretRows {

    private final JdbcClient db;
    private final JdbcClient apart;

    SecretRows(JdbcClient db, UnpooledConnections apart) {
        this.db = db;
        this.apart = JdbcClient.create(apart.source());
    }

    Optional<Row> find(String person) {
        return db.sql("select password, totp_secret from identity.person where id = :id and active")
                .param("id", person)
                .query((row, number) -> new Row(row.getString("password"), row.getBytes("totp_secret")))
                .optional();
    }

    void password(String person, @Nullable String hash) {
        db.sql("update identity.person set password = :hash where id = :id")
                .param("hash", hash)
                .param("id", person)
                .update();
    }

    void secret(String person, byte @Nullable [] secret, long step) {
        db.sql("update identity.person set totp_secret = :secret, totp_step = :step where id = :id")
                .param("secret", secret, Types.BINARY)
                .param("step", step)
                .param("id", person)
                .update();
    }

    /** False if this step, or a later one, was used before. Apart from the caller's transaction. */
    boolean use(String person, long step) {
        return apart.sql("update identity.person set totp_step = :step where id = :id and totp_step < :step")
                        .param("step", step)
                        .param("id", person)
                        .update()
                == 1;
    }

    record Row(@Nullable String password, byte @Nullable [] secret) {}
}
