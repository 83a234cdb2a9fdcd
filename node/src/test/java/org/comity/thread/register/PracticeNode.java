package org.comity.thread.register;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.comity.assistance.PracticeAssistance;
import org.comity.ledger.Ledger;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.ActFacts;
import org.comity.thread.JointThreads;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.SeatApprovals;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Kept;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The threads of one practice participant over a database of its own; {@link #restarted()} forgets all but that. */
final class PracticeNode {

    static final ThreadLimits LIMITS = new ThreadLimits(10_000, 1000, 5000, 100, 3);

    /** Acts from seats are no part of these tests. */
    static final SeatActs NO_SEATS = new SeatActs() {
        @Override
        public void check(SealedAct act) {}

        @Override
        public boolean holds(SealedAct act, JointThreads.Registered registered) {
            return true;
        }
    };

    final String id;
    final Threads threads;
    final ThreadKeeping keeping;
    Restoration restoration;
    final List<Object> events;
    final JdbcClient db;
    private final DataSource database;
    private final ThreadLimits limits;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PracticeNode(String id, DataSource database, ThreadLimits limits, Clock clock) {
        this(id, database, limits, clock, new ArrayList<>());
    }

    private PracticeNode(String id, DataSource database, ThreadLimits limits, Clock clock, List<Object> events) {
        this.id = id;
        this.database = database;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
        this.db = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

        var directory = PracticeParticipants.seenBy(id);
        var procedures = new ProcedureVersions(
                new LaterParley(), new Parley(), new UnlistedParley(), PracticeAssistance.procedure());
        var keys = new KeeperKeys(directory, clock);
        var rows = new ThreadRows(db);
        var acts = new ActRows(db, mock(SeatApprovals.class));
        var entries = new EntryRows(db);
        var parked = new ParkedEntries(db);
        var proofs = new DisputeProofs(db, limits);
        var refolding = new RefoldingRegister(procedures, acts, entries);
        var standing = new CheckedState(procedures, refolding);
        var book = new AppendingEntries(rows, acts, entries, standing, limits, this::publish, clock);
        var disputing = new MarkingDisputed(rows, proofs, new NoLedger(), this::publish, clock);
        var following = new FollowingRegister(acts, parked, standing, book, disputing);
        var registering = new RegisteringActs(standing, book, directory, PracticeParticipants.sealingOf(id), clock);
        var recalling = new RecallingActs(acts, rows, standing, this::publish, clock);
        restoration = new AfterRestore(
                new RestorationRows(db), rows, acts, entries, registering, recalling, new NoLedger(), clock);
        var door = new AdmittingAct(directory, procedures, rows, standing, limits);
        this.keeping = new KeepingThreads(
                new KeepingActs(door, rows, acts, entries, registering, following, restoration, NO_SEATS, clock),
                new KeepingEntries(
                        rows,
                        new ParkingEntries(entries, parked, limits, clock),
                        following,
                        disputing,
                        directory,
                        keys,
                        restoration),
                new ForgettingBodies(acts, new NoLedger(), clock),
                new HoldingActs(acts, rows, registering, restoration),
                recalling);
        this.threads = new ReadingThreads(
                rows,
                acts,
                entries,
                parked,
                proofs,
                standing,
                new WritingExport(rows, acts, entries, directory, keys),
                new CountingReferences(db, directory, clock));
    }

    /** From a backup of that instant, at another. */
    PracticeNode restored(Instant backup, Clock now) {
        db.sql("insert into thread.restoration (restored_at, backup_at) values (:at, :backup)")
                .param("at", now.instant().atOffset(ZoneOffset.UTC))
                .param("backup", backup.atOffset(ZoneOffset.UTC))
                .update();
        return new PracticeNode(id, database, limits, now, events);
    }

    PracticeNode restarted() {
        return new PracticeNode(id, database, limits, clock, events);
    }

    Kept keepOwn(SealedAct act) {
        return in(it -> it.keepOwn(act));
    }

    Kept keepReceived(SealedAct act) {
        return in(it -> it.keepReceived(act));
    }

    void keepEntry(SignedEntry entry) {
        transaction.executeWithoutResult(tx -> keeping.keepEntry(entry));
    }

    <T> T in(Function<ThreadKeeping, T> change) {
        return transaction.execute(tx -> change.apply(keeping));
    }

    <T> T ask(Function<Threads, T> question) {
        return transaction.execute(tx -> question.apply(threads));
    }

    <T> List<T> published(Class<T> type) {
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private void publish(Object event) {
        synchronized (events) {
            events.add(event);
        }
    }

    /** An old table, kept for threads that were opened in it; nobody's entry lists it any more. */
    private static final class UnlistedParley extends Parley {
        @Override
        public String id() {
            return "parley/0";
        }
    }

    /** A later version, in which an offer need not stand for what is accepted. */
    private static final class LaterParley extends Parley {

        @Override
        public String id() {
            return "parley/3";
        }

        @Override
        public Result move(@Nullable State from, ActFacts act) {
            return from != null && act.type().equals("accept")
                    ? new Result.Moved(new Talk("Agreed", "", 0))
                    : super.move(from, act);
        }
    }

    /** The domestic log is no part of these tests. */
    static final class NoLedger implements Ledger {
        @Override
        public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {}

        @Override
        public List<Line> seek(Search sought, @Nullable Long before, int limit) {
            return List.of();
        }

        @Override
        public Verdict verify() {
            return new Verdict(0, null);
        }
    }
}
