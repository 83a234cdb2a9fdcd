package org.comity.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Table {@code identity.passkey}, as Spring Security wants to see it. */
@Repository
class PasskeyRows implements UserCredentialRepository {

    private static final int MOST_PER_PERSON = 20;

    private final JdbcClient db;
    private final Clock clock;

    PasskeyRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord passkey) {
        if (findByCredentialId(passkey.getCredentialId()) == null) {
            insert(passkey);
        } else {
            used(passkey);
        }
    }

    private void insert(CredentialRecord passkey) {
        var inserted = db.sql("""
                insert into identity.passkey (
                       credential_id, person, label, type, public_key, signature_count, uv_initialized, transports,
                       backup_eligible, backup_state, attestation_object, attestation_client, created_at, last_used_at)
                select :id, p.id, :label, :type, :key, :count, :verified, :transports,
                       :eligible, :backup, :attestation, :client, :now, :now
                  from identity.person p
                 where p.handle = :handle
                   and p.active
                   and (select count(*) from identity.passkey k where k.person = p.id) < :most
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .param("label", passkey.getLabel())
                .param(
                        "type",
                        String.valueOf(Objects.requireNonNull(passkey.getCredentialType())
                                .getValue()))
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("transports", transports(passkey))
                .param("eligible", passkey.isBackupEligible())
                .param("backup", passkey.isBackupState())
                .param(
                        "attestation",
                        Objects.requireNonNull(passkey.getAttestationObject()).getBytes())
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_PER_PERSON)
                .update();
        if (inserted == 0) {
            throw new PasskeyRefused();
        }
    }

    /** A counter that does not rise is a copy of the authenticator, or a replay; many passkeys keep it at 0. */
    private void used(CredentialRecord passkey) {
        var updated = db.sql("""
                update identity.passkey
                   set signature_count = :count, last_used_at = :now, backup_state = :backup
                 where credential_id = :id
                   and (signature_count < :count or signature_count = 0 and :count = 0)
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("backup", passkey.isBackupState())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (updated == 0) {
            throw new PasskeyRefused();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return db.sql("""
                select k.*, p.handle
                  from identity.passkey k
                  join identity.person p on p.id = k.person
                 where k.credential_id = :id
                   and p.active
                """)
                .param("id", credential.getBytes())
                .query(PasskeyRows::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.sql("""
                select k.*, p.handle
                  from identity.passkey k
                  join identity.person p on p.id = k.person
                 where p.handle = :handle
                   and p.active
                 order by k.created_at
                 limit 20
                """)
                .param("handle", handle.getBytes())
                .query(PasskeyRows::passkey)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        db.sql("delete from identity.passkey where credential_id = :id")
                .param("id", credential.getBytes())
                .update();
    }

    void deleteOf(String person) {
        db.sql("delete from identity.passkey where person = :person")
                .param("person", person)
                .update();
    }

    void rename(Bytes credential, String label) {
        db.sql("update identity.passkey set label = :label where credential_id = :id")
                .param("label", label)
                .param("id", credential.getBytes())
                .update();
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .label(row.getString("label"))
                .credentialType(PublicKeyCredentialType.valueOf(row.getString("type")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(bytes(row.getBytes("attestation_client")))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .build();
    }

    private static String[] transports(CredentialRecord passkey) {
        return passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new);
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }
}
