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

    /** @return false if it says nothing new; of two for one version the one that counts earlier is kept */
    boolean keep(SignedRevocation revocation, Instant now) {
        return db.sql("""
                        insert into directory.revocation as known
                               (participant, version, json, effective, compromised_since, received_at)
                        values (:id, :version, :json, :effective, :since, :now)
                        on conflict (participant, version) do update
                           set json = excluded.json, effective = excluded.effective,
                               compromised_since = excluded.compromised_since, received_at = excluded.received_at
                         where excluded.effective < known.effective
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
