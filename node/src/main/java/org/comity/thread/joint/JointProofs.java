package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointProofFound;
import org.comity.thread.JointThreads.Ahead;
import org.comity.thread.ThreadDisputed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps entries that do not fit what is here, and marks the thread disputed; and heads above our last. */
@Repository
class JointProofs {

    private static final int MOST = 100;
    private static final int MOST_CLAIMS = 16;
    private static final int MOST_ASKED = 200;

    /** So long the keeper alone is asked for what somebody else has, and so often others are (R132). */
    private static final Duration KEEPER_ALONE = Duration.ofMinutes(15);

    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private final JdbcClient db;
    private final JointRows threads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JointProofs(JdbcClient db, JointRows threads, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.threads = threads;
        this.events = events;
        this.clock = clock;
    }

    /** @param ours what we hold in its place, or null */
    void dispute(JointRow thread, String why, @Nullable SignedEntry ours, SignedEntry theirs, String sender) {
        boolean kept = db.sql("""
                insert into thread.joint_proof (thread, why, ours, theirs, hash, sender, kept_at)
                select :thread, :why, cast(:ours as bytea), :theirs, :hash, :sender, :at
                 where (select count(*) from thread.joint_proof where thread = :thread) < :most
                on conflict do nothing
                """)
                        .param("thread", thread.id())
                        .param("why", why)
                        .param("ours", ours == null ? null : ours.json())
                        .param("theirs", theirs.json())
                        .param("hash", theirs.entry().hash())
                        .param("sender", sender)
                        .param("at", clock.instant().atOffset(UTC))
                        .param("most", MOST)
                        .update()
                == 1;
        boolean first = thread.disputed() == null;
        if (first) {
            threads.dispute(thread.id(), why, clock.instant());
            events.publishEvent(new ThreadDisputed(thread.id(), why));
        }
        if (kept) events.publishEvent(new JointProofFound(thread.id(), why, theirs, ours, first));
    }

    boolean holds(String thread, String hash) {
        return db.sql("select exists (select from thread.joint_proof where thread = :thread and hash = :hash)")
                .param("thread", thread)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Theirs, oldest first. */
    List<SignedEntry> of(String thread) {
        return db
                .sql("select theirs from thread.joint_proof where thread = :thread order by id limit 100")
                .param("thread", thread)
                .query(byte[].class)
                .list()
                .stream()
                .map(SignedEntry::read)
                .toList();
    }

    /**
     * A head above our last: somebody has more than we have. The newest of each sender, and of that number another one too,
     * since two contradict each other; a party always has its place, all others share some, so that nobody fills the table.
     */
    void claim(SignedEntry head, String sender, boolean party) {
        db.sql("""
                with older as (delete from thread.claim
                                where thread = :thread and sender = :sender and n <> :n
                               returning ask_at)
                insert into thread.claim (thread, n, json, hash, sender, at, ask_at)
                select :thread, :n, :json, :hash, :sender, :at,
                       coalesce((select min(ask_at) from older), cast(:ask as timestamptz))
                 where (select count(*) from thread.claim same
                         where same.thread = :thread and same.sender = :sender and same.n = :n) < 2
                   and (:party
                    or (select count(distinct other.sender) from thread.claim other
                         where other.thread = :thread and other.sender <> :sender
                           and not exists (select from thread.party
                                            where thread = other.thread and participant = other.sender
                                              and until_n is null)) < :most)
                on conflict do nothing
                """)
                .param("thread", head.entry().thread())
                .param("n", head.entry().n())
                .param("json", head.json())
                .param("hash", head.entry().hash())
                .param("sender", sender)
                .param("at", clock.instant().atOffset(UTC))
                .param("ask", clock.instant().plus(KEEPER_ALONE).atOffset(UTC))
                .param("party", party)
                .param("most", MOST_CLAIMS)
                .update();
    }

    /** Heads up to n, which we have now, leave the table to be compared. */
    List<Claim> settled(String thread, long n) {
        return db.sql("delete from thread.claim where thread = :thread and n <= :n returning json, sender")
                .param("thread", thread)
                .param("n", n)
                .query((row, number) -> new Claim(SignedEntry.read(row.getBytes("json")), row.getString("sender")))
                .list();
    }

    /** Those to be asked now; each again in an hour. */
    List<Ahead> due() {
        return db
                .sql("""
                update thread.claim asked
                   set ask_at = :again
                  from (select claim.thread, claim.sender, joint.last_n
                          from thread.claim join thread.joint on joint.id = claim.thread
                         where ask_at <= :now
                           and n > last_n and disputed is null and standing = 'PARTY'
                         order by ask_at
                         limit :most) late
                 where asked.thread = late.thread and asked.sender = late.sender
                returning asked.thread, asked.sender, late.last_n
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("again", clock.instant().plus(ASKED_AGAIN).atOffset(UTC))
                .param("most", MOST_ASKED)
                .query((row, number) ->
                        new Ahead(row.getString("thread"), row.getLong("last_n"), row.getString("sender")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    record Claim(SignedEntry head, String sender) {}
}
