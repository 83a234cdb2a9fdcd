package org.comity.directory.trust;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryVersions;
import org.comity.directory.RevocationReach;
import org.comity.directory.SignedParticipantEntry;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version that we saw, and which one is in force. */
@Repository
class KnownEntries {

    private static final String PIN = """
            select p.participant, p.source, p.confirmed_until, r.version as revoked_version, r.effective, e.json
              from directory.pin p
              join directory.entry e on e.participant = p.participant and e.hash = p.hash
             cross join lateral (
                   select coalesce(max(version), 0) as version, min(effective) filter (where version >= p.version) as effective
                     from directory.revocation
                    where participant = p.participant) r
            """;

    /** A new entry is signed before the new key lies where it is used. */
    private static final Duration OVERLAP = DirectoryList.VALIDITY;

    private final JdbcClient db;

    KnownEntries(JdbcClient db) {
        this.db = db;
    }

    /** One change of trust at a time, over all instances of this node. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(210)").query((row, n) -> n).list();
    }

    /** Adds a version, or gives a waiting or refused one its new status. */
    void keep(
            SignedParticipantEntry signed,
            EntryVersions.Source source,
            String status,
            @Nullable String why,
            Instant now) {
        var entry = signed.entry();
        db.sql("""
                insert into directory.entry
                       (participant, hash, version, json, source, status, why, signed_at, received_at)
                values (:id, :hash, :version, :json, :source, :status, :why, :signedAt, :now)
                on conflict (participant, hash) do update
                   set status = excluded.status, why = excluded.why, json = excluded.json
                 where directory.entry.status <> 'TAKEN'
                """)
                .param("id", entry.id())
                .param("hash", entry.hash())
                .param("version", entry.version())
                .param("json", signed.json())
                .param("source", source.name())
                .param("status", status)
                .param("why", why)
                .param("signedAt", at(entry.signedAt()))
                .param("now", at(now))
                .update();
    }

    void pin(SignedParticipantEntry signed, EntryVersions.Source source, Instant confirmedUntil) {
        var entry = signed.entry();
        db.sql("""
                insert into directory.pin (participant, hash, version, source, confirmed_until)
                values (:id, :hash, :version, :source, :until)
                on conflict (participant) do update
                   set hash = excluded.hash, version = excluded.version, source = excluded.source,
                       confirmed_until = greatest(directory.pin.confirmed_until, excluded.confirmed_until)
                """)
                .param("id", entry.id())
                .param("hash", entry.hash())
                .param("version", entry.version())
                .param("source", source.name())
                .param("until", at(confirmedUntil))
                .update();
    }

    void confirm(String id, Instant until) {
        db.sql("update directory.pin set confirmed_until = greatest(confirmed_until, :until) where participant = :id")
                .param("id", id)
                .param("until", at(until))
                .update();
    }

    void sign(String id, String hash, boolean first, String official, Instant now) {
        db.sql("update directory.entry set "
                        + (first ? "first_officer" : "second_officer")
                        + " = :official, decided_at = :now where participant = :id and hash = :hash")
                .param("official", official)
                .param("now", at(now))
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    List<Pin> pins() {
        return db.sql(PIN + " order by p.participant limit 2000")
                .query(KnownEntries::pin)
                .list();
    }

    Optional<Pin> pin(String id) {
        return db.sql(PIN + " where p.participant = :id")
                .param("id", id)
                .query(KnownEntries::pin)
                .optional();
    }

    List<EntryVersions.Version> versions(String id) {
        return db.sql("""
                select e.*, p.hash is not null as in_force
                  from directory.entry e
                  left join directory.pin p on p.participant = e.participant and p.hash = e.hash
                 where e.participant = :id
                 order by e.version desc, e.received_at desc
                 limit 200
                """).param("id", id).query(KnownEntries::version).list();
    }

    /**
     * The certificates of every version that was ever pinned, oldest first.
     *
     * @param reached those that count only until then, and end no other's term
     */
    List<Directory.Term> terms(String id, List<RevocationReach> reached) {
        var versions = db.sql("""
                select e.json,
                       (select min(r.effective) from directory.revocation r
                         where r.participant = e.participant and r.version >= e.version) as revoked
                  from directory.entry e
                 where e.participant = :id and e.status = 'TAKEN'
                 order by e.version desc, e.received_at desc
                 limit 200
                """)
                .param("id", id)
                .query((row, n) -> Map.entry(
                        SignedParticipantEntry.read(row.getBytes("json")).entry(),
                        Optional.ofNullable(InstantColumn.instantIfAny(row, "revoked"))))
                .list()
                .reversed();
        var terms = new ArrayList<Directory.Term>();
        for (int i = 0; i < versions.size(); i++) {
            var entry = versions.get(i).getKey();
            var until = RevocationReach.earliest(reached, entry.hash());
            var next = versions.subList(i + 1, versions.size()).stream()
                    .map(Map.Entry::getKey)
                    .filter(it -> RevocationReach.earliest(reached, it.hash()).isEmpty())
                    .findFirst();
            if (entry.node() != null) {
                terms.add(new Directory.Term(
                        entry.node().seal(),
                        entry.node().register(),
                        next.map(it -> it.signedAt().plus(OVERLAP)).orElse(Instant.MAX),
                        RevocationReach.earlier(versions.get(i).getValue(), until)
                                .orElse(Instant.MAX)));
            }
        }
        return terms;
    }

    List<SignedParticipantEntry> everInForce() {
        return db.sql("""
                select json from directory.entry where status = 'TAKEN'
                 order by participant, version desc, received_at desc limit 10000
                """).query((row, n) -> SignedParticipantEntry.read(row.getBytes("json"))).list().stream()
                .filter(it -> it.entry().node() != null)
                .toList();
    }

    List<EntryVersions.Version> waiting() {
        return db.sql("""
                select e.*, false as in_force from directory.entry e
                 where status = 'WAITING' order by received_at desc limit 200
                """).query(KnownEntries::version).list();
    }

    Optional<EntryVersions.Version> version(String id, String hash) {
        return versions(id).stream().filter(it -> it.hash().equals(hash)).findFirst();
    }

    Optional<SignedParticipantEntry> signed(String id, String hash) {
        return db.sql("select json from directory.entry where participant = :id and hash = :hash")
                .param("id", id)
                .param("hash", hash)
                .query((row, n) -> SignedParticipantEntry.read(row.getBytes("json")))
                .optional();
    }

    private static Pin pin(ResultSet row, int number) throws SQLException {
        return new Pin(
                SignedParticipantEntry.read(row.getBytes("json")),
                EntryVersions.Source.valueOf(row.getString("source")),
                InstantColumn.instant(row, "confirmed_until"),
                row.getLong("revoked_version"),
                InstantColumn.instantIfAny(row, "effective"));
    }

    private static EntryVersions.Version version(ResultSet row, int number) throws SQLException {
        var status = switch (row.getString("status")) {
            case "WAITING" -> EntryVersions.Status.WAITING;
            case "REFUSED" -> EntryVersions.Status.REFUSED;
            default -> row.getBoolean("in_force") ? EntryVersions.Status.IN_FORCE : EntryVersions.Status.BEFORE;
        };
        return new EntryVersions.Version(
                row.getString("participant"),
                row.getLong("version"),
                row.getString("hash"),
                status,
                EntryVersions.Source.valueOf(row.getString("source")),
                row.getString("why"),
                InstantColumn.instant(row, "signed_at"),
                InstantColumn.instant(row, "received_at"),
                row.getString("first_officer"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(UTC);
    }

    /**
     * @param revokedVersion keys of this version and before are revoked, or will be; 0 for none
     * @param revokedFrom when the first revocation that includes this version takes effect
     */
    record Pin(
            SignedParticipantEntry signed,
            EntryVersions.Source source,
            Instant confirmedUntil,
            long revokedVersion,
            @Nullable Instant revokedFrom) {

        String id() {
            return signed.entry().id();
        }

        Pin reachedBy(List<RevocationReach> reached) {
            var from = RevocationReach.earlier(
                    Optional.ofNullable(revokedFrom),
                    RevocationReach.earliest(reached, signed.entry().hash()));
            return new Pin(signed, source, confirmedUntil, revokedVersion, from.orElse(null));
        }

        boolean recorded() {
            return source == EntryVersions.Source.RECORDED;
        }
    }
}
