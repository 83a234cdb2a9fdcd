package org.comity.directory.trust;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.comity.directory.SignedRevocation;
import org.comity.vocabulary.InstantColumn;
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
        return !says(revocation)
                && db.sql("""
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
        return db.sql(
                        "select participant, version, compromised_since from directory.revocation order by participant, version")
                .query((row, n) -> new Withdrawal(
                        row.getString("participant"),
                        row.getLong("version"),
                        InstantColumn.instant(row, "compromised_since")))
                .list();
    }

    /** The newest three of each: the highest says all, and none crowds out another's. */
    List<byte[]> all() {
        return db.sql("""
                select json
                  from (select json, participant, version,
                               row_number() over (partition by participant order by version desc) as place
                          from directory.revocation) each
                 where place <= 3
                 order by place, participant limit 2000
                """).query((row, n) -> row.getBytes("json")).list();
    }

    /** What of this participant is kept, and what was taken of it since then. */
    Kept kept(SignedRevocation revocation, Instant since) {
        return db.sql("""
                select count(*) as versions, coalesce(max(version), 0) as highest,
                       coalesce(bool_or(version = :version), false) as named,
                       coalesce(bool_or(version = :version and effective <= :effective and compromised_since <= :compromised),
                                false) as held,
                       (select count(*) from directory.revocation_taken where participant = :id and at > :since) as taken
                  from directory.revocation
                 where participant = :id
                """)
                .param("id", revocation.id())
                .param("version", revocation.version())
                .param("effective", revocation.effective().atOffset(UTC))
                .param("compromised", revocation.compromisedSince().atOffset(UTC))
                .param("since", since.atOffset(UTC))
                .query((row, n) -> new Kept(
                        row.getLong("versions"),
                        row.getLong("highest"),
                        row.getBoolean("named"),
                        row.getBoolean("held"),
                        row.getLong("taken")))
                .single();
    }

    /** Remembered for a day, so that they can be counted. */
    void taken(String id, Instant now, Instant since) {
        db.sql("delete from directory.revocation_taken where participant = :id and at <= :since")
                .param("id", id)
                .param("since", since.atOffset(UTC))
                .update();
        db.sql("insert into directory.revocation_taken (participant, at) values (:id, :now)")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /**
     * @param highest version that is revoked; 0 for none
     * @param named whether one for the same version is kept
     * @param held whether one is that says as much
     */
    record Kept(long versions, long highest, boolean named, boolean held, long taken) {}

    /** @param since the participant says that keys of this version and before may be in other hands since then */
    record Withdrawal(String participant, long version, Instant since) {}
}
