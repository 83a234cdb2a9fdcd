package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.mock;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.SeatApprovals;
import org.comity.thread.Threads.Kept;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The joint threads of one practice participant over a database of its own; {@link #restarted()} forgets all but that. */
final class JointNode {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String NETWORK = "5".repeat(64);
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    final String id;
    final JointThreads threads;
    final JointThreadKeeping texts;
    /** What this node knows of others; of whom it knows nothing is the contact point of a State. */
    final Map<String, ParticipantKind> kinds = new ConcurrentHashMap<>();

    /** Authorities {@code XS-…} that have got a node of their own by now. */
    final Set<String> nodes = ConcurrentHashMap.newKeySet();

    /** Those whose node, by its entry, does not carry the procedure out. */
    final Set<String> older = ConcurrentHashMap.newKeySet();

    /** Those with whom this node, restored from a backup, has not compared its registers. */
    final Set<String> closedTo = ConcurrentHashMap.newKeySet();

    final JdbcClient db;
    private final String procedure;
    private final DataSource database;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JointNode(String id, DataSource database, Clock clock) {
        this(id, database, clock, Gathering.ID);
    }

    JointNode(String id, DataSource database, Clock clock, String procedure) {
        this.procedure = procedure;
        this.id = id;
        this.database = database;
        this.clock = clock;
        this.db = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var keys = new PracticeRegisterKeys(id, kinds, nodes, older);
        var seats = new ProvedElsewhere();
        var tables = new JointTables(new Gathering(procedure));
        var rows = new JointRows(db);
        var acts = new JointActRows(db, mock(SeatApprovals.class));
        var parties = new PartyRows(db);
        var proofs = new JointProofs(db, rows, event -> {}, clock);
        var marking = new MarkingGoneOn(rows, keys, clock);
        var appending = new AppendingJointEntries(
                tables,
                rows,
                acts,
                parties,
                keys,
                event -> {
                    if (event instanceof JointActRegistered registered) marking.on(registered);
                },
                clock);
        var door = new AdmittingJointAct(tables, acts, keys, seats);
        var closed = new ClosedSinceRestore(rows, keys, new PracticeRestoration(closedTo));
        var concerned = new PartiesConcerned(rows, acts, parties, keys);
        var keeping = new KeepingJointActs(
                door, rows, acts, parties, new JointActCounts(db, clock), concerned, appending, keys, closed, clock);
        var heads = new ComparingHeads(
                rows, acts, concerned, proofs, keys, closed, new TakingAnswers(rows, acts, keys, event -> {}, clock));
        texts = new ForgettingJointBodies(
                new JointTextRows(db), rows, acts, tables, keys, mock(SeatApprovals.class), mock(Ledger.class), clock);
        threads = new KeepingJointThreads(
                rows,
                acts,
                proofs,
                keeping,
                new MakingJointPages(rows, acts, parties, keys),
                new TakingPages(rows, acts, proofs, appending, heads, keeping, keys, seats, tables, closed, clock),
                new InvitingParties(tables, rows, acts, keys, clock),
                heads,
                concerned);
    }

    JointNode restarted() {
        return new JointNode(id, database, clock, procedure);
    }

    <T> T in(Function<JointThreads, T> change) {
        return transaction.execute(tx -> change.apply(threads));
    }

    void run(java.util.function.Consumer<JointThreads> change) {
        transaction.executeWithoutResult(tx -> change.accept(threads));
    }

    /** Opens a thread, and is its host. */
    String open(int number) {
        return open(Map.of("reference", "XA-2026-%06d".formatted(number)));
    }

    /** Another thread, in which it goes on from this one as it has seen it. */
    String goOn(String thread) {
        return goOn(thread, 9);
    }

    String goOn(String thread, int number) {
        var seen = threads.seen(thread).orElseThrow();
        return open(Map.of(
                "reference", "XA-2026-%06d".formatted(number), JointThread.CONTINUES, thread + " " + seen.fact()));
    }

    private String open(Map<String, String> facts) {
        var envelope = envelope("", "open", "host", facts, "open");
        var act = new Act(JointThread.opening(envelope), Map.of("text", "open"));
        in(it -> it.say(sealed(act)));
        return act.envelope().thread();
    }

    /** An act of ours in our role, by what we have seen; facts in pairs. */
    SealedAct act(String thread, String type, String... facts) {
        return actAs("", thread, type, facts);
    }

    /** @param as the role in which it is said; ours if empty */
    SealedAct actAs(String as, String thread, String type, String... facts) {
        return actAs(as, thread, type, type + " " + threads.waiting(thread).size() + " " + System.nanoTime(), facts);
    }

    private SealedAct actAs(String as, String thread, String type, String said, String[] facts) {
        var more = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) more.put(facts[i], facts[i + 1]);
        var asked = asked(thread);
        if (type.equals("join") || type.equals("decline")) more.putIfAbsent("invitation", asked[0]);
        more.putIfAbsent("seen", threads.seen(thread).orElseThrow().fact());
        var joint = threads.find(thread).orElseThrow().state();
        var role = !as.isEmpty()
                ? as
                : joint != null && joint.parties().containsKey(id)
                        ? joint.parties().get(id).role()
                        : asked[1];
        return sealed(new Act(envelope(thread, type, role, more, said), Map.of("text", said)));
    }

    SealedAct saying(String text, String thread, String type) {
        return actAs("", thread, type, text, new String[0]);
    }

    Kept say(String thread, String type, String... facts) {
        var act = act(thread, type, facts);
        return in(it -> it.say(act));
    }

    private String[] asked(String thread) {
        return threads.asked(thread)
                .map(it -> new String[] {it.act(), it.role()})
                .orElse(new String[] {"0".repeat(64), "member"});
    }

    private Envelope envelope(String thread, String type, String role, Map<String, String> facts, String said) {
        return new Envelope(
                NETWORK,
                thread.isEmpty() ? "00000000-0000-8000-8000-000000000000" : thread,
                procedure,
                "uncc/1",
                type,
                id,
                Envelope.ALL_PARTIES,
                role,
                NOON,
                List.of(),
                false,
                facts,
                SaltedHash.of("ab".repeat(16), CanonicalJson.write(Map.of("text", said))),
                List.of());
    }

    static SealedAct sealed(Act act) {
        return new SealedAct(
                act,
                "sealed by %s: %s".formatted(act.envelope().author(), act.id()).getBytes(UTF_8));
    }

    /** What the door checks: whether its author sealed it. */
    static boolean sealedRight(SealedAct act, JointThreads.Registered registered) {
        return new String(act.container(), UTF_8)
                .startsWith("sealed by %s: ".formatted(act.act().envelope().author()));
    }

    JointState state(String thread) {
        return threads.find(thread).orElseThrow().state();
    }

    List<SignedEntry> register(String thread) {
        var all = new ArrayList<SignedEntry>();
        for (var more = threads.entries(thread, 0); !more.isEmpty(); more = threads.entries(thread, all.size())) {
            all.addAll(more);
        }
        return all;
    }

    /** Of others, as kept. */
    List<SignedEntry> proofs(String thread) {
        return db
                .sql("select theirs from thread.joint_proof where thread = :t order by id")
                .param("t", thread)
                .query(byte[].class)
                .list()
                .stream()
                .map(SignedEntry::read)
                .toList();
    }

    /** Numbers of the entries whose act is here with its text. */
    List<Long> bodies(String thread) {
        return db.sql(
                        "select n from thread.joint_act where thread = :t and n is not null and container is not null order by n")
                .param("t", thread)
                .query(Long.class)
                .list();
    }

    static java.security.PublicKey key(String participant) {
        return pair(participant).getPublic();
    }

    /** As the host would register it behind what this node has. */
    SignedEntry next(String thread, SealedAct sealed) {
        var last = register(thread).getLast().entry();
        var folded = Membership.fold(
                new Gathering(procedure).jointTable().orElseThrow(),
                state(thread).json(),
                last.n() + 1,
                sealed.act().envelope().author(),
                sealed.act().envelope().said());
        return sign(
                "XA-1",
                new Entry(
                        NETWORK,
                        thread,
                        last.n() + 1,
                        last.hash(),
                        sealed.act().id(),
                        sealed.containerHash(),
                        NOON,
                        folded.effect(),
                        AppendingJointEntries.hash(folded.state())));
    }

    static SignedEntry sign(String keeper, Entry entry) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(pair(keeper).getPrivate());
            signing.update(entry.json());
            return new SignedEntry(entry, Base64.getEncoder().encodeToString(signing.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String participant) {
        return KEYS.computeIfAbsent(participant, it -> {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return generator.generateKeyPair();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private record PracticeRegisterKeys(
            String self, Map<String, ParticipantKind> kinds, Set<String> nodes, Set<String> older)
            implements RegisterKeys {
        @Override
        public boolean carriesOut(String participant, String procedure) {
            return !older.contains(participant);
        }

        @Override
        public ParticipantKind kind(String participant) {
            return kinds.getOrDefault(participant, ParticipantKind.CONTACT_POINT);
        }

        @Override
        public String network() {
            return NETWORK;
        }

        @Override
        public boolean hasNode(String participant) {
            return !participant.startsWith("XS-") || nodes.contains(participant);
        }

        @Override
        public SignedEntry sign(Entry entry) {
            return JointNode.sign(self, entry);
        }

        @Override
        public boolean signed(String keeper, SignedEntry entry) {
            return entry.signedBy(key(keeper));
        }

        @Override
        public void lookAgain(String keeper) {}
    }

    /** Acts from seats are no part of these tests. */
    private static final class ProvedElsewhere implements SeatActs {
        @Override
        public void check(SealedAct act) {}

        @Override
        public boolean holds(SealedAct act, JointThreads.Registered registered) {
            return true;
        }
    }
}
