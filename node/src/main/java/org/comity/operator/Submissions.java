package org.comity.operator;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.directory.RevocationReach;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.vocabulary.CallerOrigin;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what participants sent us, and what became of it. */
@CollatesDirectory
@Repository
class Submissions {

    private final JdbcClient db;

    Submissions(JdbcClient db) {
        this.db = db;
    }

    void lock() {
        db.sql("select pg_advisory_xact_lock(215)").query((row, n) -> n).list();
    }

    /**
     * @param proven by a key of the participant's admitted entry
     * @param source the address from which it came, kept as its origin; null at the ceremony
     */
    void keep(SignedParticipantEntry signed, boolean proven, @Nullable String source, Instant now) {
        var entry = signed.entry();
        db.sql("""
                insert into operator.submission (participant, hash, version, json, status, submitted_at, proven, source)
                values (:id, :hash, :version, :json, 'SUBMITTED', :now, :proven, :source)
                on conflict (participant, hash) do nothing
                """)
                .param("id", entry.id())
                .param("hash", entry.hash())
                .param("version", entry.version())
                .param("json", signed.json())
                .param("proven", proven)
                .param("source", source == null ? null : CallerOrigin.of(source).text())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Of strangers, whoever they say they are. */
    Waiting strangers(String id, @Nullable String source) {
        return db.sql("""
                select count(*) as n,
                       count(*) filter (where participant = :id) as each,
                       count(*) filter (where source = :source) as from_there
                  from operator.submission
                 where status = 'SUBMITTED' and not proven
                """)
                .param("id", id)
                .param("source", source == null ? null : CallerOrigin.of(source).text())
                .query((row, n) -> new Waiting(row.getLong("n"), row.getLong("each"), row.getLong("from_there")))
                .single();
    }

    /** Of one participant, proven by its own keys: what waits, and what it brought since then. */
    Brought brought(String id, Instant since) {
        return db.sql("""
                select count(*) filter (where status = 'SUBMITTED') as waiting,
                       count(*) filter (where submitted_at > :since) as since
                  from operator.submission
                 where participant = :id and proven
                """)
                .param("id", id)
                .param("since", since.atOffset(UTC))
                .query((row, n) -> new Brought(row.getLong("waiting"), row.getLong("since")))
                .single();
    }

    /** Nobody decided: whoever means it brings it again. */
    void forgetStrangers(Instant before) {
        db.sql("delete from operator.submission where status = 'SUBMITTED' and not proven and submitted_at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    void first(String id, String hash, String by, Instant now) {
        db.sql("""
                update operator.submission set first_by = :by, first_at = :now
                 where participant = :id and hash = :hash and status = 'SUBMITTED'
                """)
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    boolean decide(String id, String hash, Status status, String by, Instant now) {
        return db.sql("""
                update operator.submission set status = :status, decided_by = :by, decided_at = :now
                 where participant = :id and hash = :hash and status = 'SUBMITTED'
                """)
                        .param("status", status.name())
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .param("id", id)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    Optional<Submission> find(String id, String hash) {
        return db.sql("select * from operator.submission where participant = :id and hash = :hash")
                .param("id", id)
                .param("hash", hash)
                .query(Submissions::submission)
                .optional();
    }

    /** The newest admitted version of each participant, by id. */
    List<Submission> admitted() {
        return db.sql("""
                select distinct on (participant) * from operator.submission
                 where status = 'ADMITTED' order by participant, version desc limit 2000
                """).query(Submissions::submission).list();
    }

    Optional<Submission> admitted(String id) {
        return db.sql("""
                select * from operator.submission
                 where participant = :id and status = 'ADMITTED' order by version desc limit 1
                """).param("id", id).query(Submissions::submission).optional();
    }

    Optional<Submission> admitted(String id, long version) {
        return db.sql("""
                select * from operator.submission
                 where participant = :id and version = :version and status = 'ADMITTED' limit 1
                """)
                .param("id", id)
                .param("version", version)
                .query(Submissions::submission)
                .optional();
    }

    /** Those that prove themselves first: strangers hide nobody. */
    List<Submission> waiting() {
        return db.sql("""
                select * from operator.submission where status = 'SUBMITTED'
                 order by proven desc, submitted_at limit 500
                """).query(Submissions::submission).list();
    }

    /** As many as a page shows. */
    int countWaiting() {
        return db.sql(
                        "select count(*) from (select 1 from operator.submission where status = 'SUBMITTED' limit 500) each")
                .query(Integer.class)
                .single();
    }

    /**
     * Of those for one version, the one that counts earliest and the one that says the earliest since when keys may be in
     * other hands: between them they say all, and a later one takes nothing back.
     */
    void keep(SignedRevocation revocation, Instant now) {
        db.sql("""
                insert into operator.revocation (participant, version, json, effective, compromised_since, received_at)
                values (:id, :version, :json, :effective, :since, :now)
                """)
                .param("id", revocation.id())
                .param("version", revocation.version())
                .param("json", revocation.json())
                .param("effective", revocation.effective().atOffset(UTC))
                .param("since", revocation.compromisedSince().atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
        db.sql("""
                delete from operator.revocation as old
                 where participant = :id and version = :version
                   and (effective, compromised_since) <> (
                       select effective, compromised_since from operator.revocation
                        where participant = :id and version = :version order by effective, compromised_since limit 1)
                   and (effective, compromised_since) <> (
                       select effective, compromised_since from operator.revocation
                        where participant = :id and version = :version order by compromised_since, effective limit 1)
                """)
                .param("id", revocation.id())
                .param("version", revocation.version())
                .update();
    }

    /** Keys of this version of the participant's entry and before are revoked; 0 for none. */
    long revokedVersion(String id) {
        return db.sql("select coalesce(max(version), 0) from operator.revocation where participant = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** What is kept for this version says as much: counts as early, and reaches back as far. */
    boolean says(SignedRevocation revocation) {
        return db.sql("""
                select coalesce(min(effective) <= :effective and min(compromised_since) <= :since, false)
                  from operator.revocation
                 where participant = :id and version = :version
                """)
                .param("id", revocation.id())
                .param("version", revocation.version())
                .param("effective", revocation.effective().atOffset(UTC))
                .param("since", revocation.compromisedSince().atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Hashes of the admitted versions that a revocation of an earlier one reaches. */
    Set<String> reached(String id) {
        var revoked = db.sql("select json from operator.revocation where participant = :id")
                .param("id", id)
                .query((row, n) -> SignedRevocation.read(row.getBytes("json")))
                .list();
        if (revoked.isEmpty()) {
            return Set.of();
        }
        var admitted = db.sql("""
                select json, submitted_at from operator.submission
                 where participant = :id and status = 'ADMITTED' order by version desc, submitted_at desc limit 200
                """)
                .param("id", id)
                .query((row, n) -> new RevocationReach.Held(
                        SignedParticipantEntry.read(row.getBytes("json")), InstantColumn.instant(row, "submitted_at")))
                .list()
                .reversed();
        return RevocationReach.of(
                        admitted,
                        admitted.size() < 200,
                        revoked.stream()
                                .map(it -> new RevocationReach.Revoked(
                                        it.version(), it.compromisedSince(), it.effective()))
                                .toList())
                .stream()
                .map(RevocationReach::hash)
                .collect(Collectors.toSet());
    }

    /** Of how many other versions of this participant revocations are kept. */
    long revokedBeside(String id, long version) {
        return db.sql(
                        "select count(distinct version) from operator.revocation where participant = :id and version <> :version")
                .param("id", id)
                .param("version", version)
                .query(Long.class)
                .single();
    }

    /** Those of the newest three versions of each: the highest says all, and none crowds out another's. */
    List<byte[]> revocations() {
        return db.sql("""
                select json
                  from (select json, participant, effective,
                               dense_rank() over (partition by participant order by version desc) as place
                          from operator.revocation) each
                 where place <= 3
                 order by place, participant, effective limit 2000
                """).query((row, n) -> row.getBytes("json")).list();
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
        return new Submission(
                SignedParticipantEntry.read(row.getBytes("json")),
                Status.valueOf(row.getString("status")),
                InstantColumn.instant(row, "submitted_at"),
                row.getString("first_by"),
                row.getString("decided_by"));
    }

    enum Status {
        SUBMITTED,
        ADMITTED,
        REFUSED
    }

    record Submission(
            SignedParticipantEntry signed,
            Status status,
            Instant submittedAt,
            @Nullable String firstBy,
            @Nullable String decidedBy) {}

    record Waiting(long all, long each, long from) {}

    record Brought(long waiting, long since) {}
}
