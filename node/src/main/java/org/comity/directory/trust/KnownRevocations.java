package org.comity.directory.trust;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.comity.directory.SignedRevocation;
import org.comity.vocabulary.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every revocation that counts, as it was signed. */
@Repository
class KnownRevocations {

    private final JdbcClient db;

    KnownRevocations(JdbcClient db) {
        this.db = db;
    }

    /** These bytes are here: nothing is to be verified or kept. */
    boolean holds(byte[] json) {
        return db.sql("select exists (select from directory.revocation where json = :json)")
                .param("json", json)
                .query(Boolean.class)
                .single();
    }

    /**
     * Of two for one version the one that counts earlier is kept, and the earliest instant since which keys may be in other
     * hands, whichever of them says so. What says nothing new is not written: each write makes every process read anew.
     *
     * @return false if it says nothing new
     */
    boolean keep(SignedRevocation revocation, Instant now) {
        return !says(revocation) && db.sql("""
                        insert into directory.revocation as known
                               (participant, version, json, effective, compromised_since, received_at)
                        values (:id, :version, :json, :effective, :since, :now)
                        on conflict (participant, version) do update
                           set json = case
                                   when (excluded.effective, excluded.compromised_since)
                                        < (known.effective, known.compromised_since) then excluded.json
                                   else known.json end,
                               effective = least(known.effective, excluded.effective),
                               compromised_since = least(known.compromised_since, excluded.compromised_since),
                               received_at = excluded.received_at
                        """)
                        .param("id", revocation.id())
                        .param("version", revocation.version())
                        .param("json", revocation.json())
                        .param("effective", revocation.effective().atOffset(UTC))
                        .param("since", revocation.compromisedSince().atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private boolean says(SignedRevocation revocation) {
        return db.sql("""
                select exists (select from directory.revocation
                                where participant = :id and version = :version
                                  and effective <= :effective and compromised_since <= :since)
                """)
                .param("id", revocation.id())
                .param("version", revocation.version())
                .param("effective", revocation.effective().atOffset(UTC))
                .param("since", revocation.compromisedSince().atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Every revocation that counts, or will; participants are at most 2,000. */
    List<Withdrawal> withdrawals() {
        return db.sql("select participant, version, compromised_since from directory.revocation order by participant, version")
                .query((row, n) -> new Withdrawal(
                        row.getString("participant"), row.getLong("version"), Column.instant(row, "compromised_since")))
                .list();
    }

    List<byte[]> all() {
        return db.sql("select json from directory.revocation order by participant, version limit 2000")
                .query((row, n) -> row.getBytes("json"))
                .list();
    }

    /** @param since the participant says that keys of this version and before may be in other hands since then */
    record Withdrawal(String participant, long version, Instant since) {}
}
