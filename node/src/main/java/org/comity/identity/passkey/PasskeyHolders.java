package org.comity.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** Active persons by their WebAuthn handle, which is random and says nothing of who it is. */
@Repository
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient db;

    PasskeyHolders(JdbcClient db) {
        this.db = db;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return db.sql("select id, name, handle from identity.person where handle = :handle and active")
                .param("handle", handle.getBytes())
                .query(PasskeyHolders::holder)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return db.sql("select id, name, handle from identity.person where id = :id and active")
                .param("id", id)
                .query(PasskeyHolders::holder)
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("persons are added by an administrator");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("persons are never deleted");
    }

    private static PublicKeyCredentialUserEntity holder(ResultSet row, int number) throws SQLException {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(row.getBytes("handle")))
                .name(row.getString("id"))
                .displayName(row.getString("name"))
                .build();
    }
}
