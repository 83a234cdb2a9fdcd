package org.comity.thread.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.assistance.PracticeAssistance;
import org.comity.database.PracticeDatabase;
import org.comity.proof.act.Act;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.State;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Acts and entries of two nodes in any order, delayed, repeated, crossing, with restarts in between. */
class AnyOrderTest {

    /** Each run has a seed of its own, so that few cases a run come to many. */
    private static final int CASES = Boolean.getBoolean("comity.full") ? 300 : 20;

    private static final int MOST = 300;
    private static final Procedure ASSISTANCE = PracticeAssistance.procedure();
    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);

    private PracticeNode requesting;
    private PracticeNode requested;

    @Test
    void both_nodes_hold_the_same_register_and_state_and_nothing_counts_twice() throws Exception {
        talk(new ParleyTalk(), 5);
    }

    @Test
    void an_assistance_thread_ends_the_same_on_both_nodes() throws Exception {
        var assistance = new AssistanceTalk();

        talk(assistance, 40);

        assertThat(assistance.effective)
                .as("steps that had an effect in some order: %s", assistance.effective)
                .containsOnlyKeys(PracticeAssistance.types());
    }

    private void talk(Talk talk, int longest) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AnyOrderTest: -Dseed=" + seed);
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);

        for (int number = 0; number < CASES || !talk.saidAll() && number < MOST; number++) {
            var conversation = new Conversation(talk, new Random(seed + number), number);
            conversation.run(longest);
            conversation.check("seed %d, case %d".formatted(seed, number));
        }
    }

    /** What may be said in a thread of one procedure. */
    private interface Talk {
        SealedAct opening(String thread, int number);

        SealedAct next(String thread, boolean byRequesting, Random random, List<SealedAct> said, @Nullable State known);

        default void registered(ActRegistered event) {}

        /** Has every step had its effect in some order? */
        default boolean saidAll() {
            return true;
        }
    }

    private static final class ParleyTalk implements Talk {
        @Override
        public SealedAct opening(String thread, int number) {
            return Acts.in(thread).requesting().open(Acts.reference("XA", number));
        }

        @Override
        public SealedAct next(
                String thread, boolean byRequesting, Random random, List<SealedAct> said, @Nullable State known) {
            var types = byRequesting
                    ? List.of("accept", "say", "close", "say")
                    : List.of("offer", "retract", "say", "close", "offer", "offer");
            var acts = byRequesting
                    ? Acts.in(thread).requesting()
                    : Acts.in(thread).requested();
            return acts.fact("value", String.valueOf(random.nextInt(1000)))
                    .saying("act " + said.size())
                    .sealed(types.get(random.nextInt(types.size())));
        }
    }

    /**
     * Mostly what would have an effect as its author sees the thread, else any step about any act that was written. What
     * needs much before it is tried often, an ending seldom, and what had no effect yet is tried first: so every step has its
     * effect in some order, and after few cases.
     */
    private static final class AssistanceTalk implements Talk {

        final Map<String, Integer> effective = new TreeMap<>();

        @Override
        public SealedAct opening(String thread, int number) {
            return act(thread, true, "request", number, "").open(Acts.reference("XA", number), "request");
        }

        @Override
        public SealedAct next(
                String thread, boolean byRequesting, Random random, List<SealedAct> said, @Nullable State known) {
            var types = new ArrayList<>(PracticeAssistance.types(byRequesting ? Role.REQUESTING : Role.REQUESTED));
            var seldom = List.of("acknowledge", "close", "answer");
            for (var type : List.copyOf(types)) {
                boolean often = seldom.contains(type)
                        || !PracticeAssistance.answered(type).isEmpty();
                types.addAll(Collections.nCopies(often ? 4 : 0, type));
            }
            if (random.nextInt(8) > 0) {
                types.removeAll(List.of("refuse", "no-longer-required"));
            }
            var missing = types.stream()
                    .filter(it -> !effective.containsKey(it))
                    .distinct()
                    .toList();
            for (int tries = 0; !missing.isEmpty() && tries < 10; tries++) {
                var act = any(thread, byRequesting, missing, random, said);
                if (moves(known, act)) {
                    return act;
                }
            }
            boolean sensible = random.nextInt(4) > 0;
            var act = any(thread, byRequesting, types, random, said);
            for (int tries = 0; sensible && tries < 20 && !moves(known, act); tries++) {
                act = any(thread, byRequesting, types, random, said);
            }
            return act;
        }

        /** As its author sees the thread. */
        private static boolean moves(@Nullable State known, SealedAct act) {
            return ASSISTANCE.move(known, act.act().envelope().said()) instanceof Moved(var to) && !to.equals(known);
        }

        private static SealedAct any(
                String thread, boolean byRequesting, List<String> types, Random random, List<SealedAct> said) {
            var type = types.get(random.nextInt(types.size()));
            var about = PracticeAssistance.answered(type);
            var fitting = said.stream()
                    .map(SealedAct::act)
                    .filter(it -> random.nextInt(6) == 0 || it.envelope().type().equals(about))
                    .map(Act::id)
                    .toList();
            var named = fitting.isEmpty() ? "0".repeat(64) : fitting.get(random.nextInt(fitting.size()));
            return act(thread, byRequesting, type, said.size(), named).sealed(type);
        }

        private static Acts act(String thread, boolean byRequesting, String type, int number, String about) {
            var acts = byRequesting
                    ? Acts.in(thread).requesting()
                    : Acts.in(thread).requested();
            acts = acts.with("procedure", "assistance/1").stating(PracticeAssistance.body(type, number));
            for (var fact : PracticeAssistance.facts(type, number, about).entrySet()) {
                acts = acts.fact(fact.getKey(), fact.getValue());
            }
            return acts;
        }

        @Override
        public boolean saidAll() {
            return effective.keySet().containsAll(PracticeAssistance.types());
        }

        @Override
        public void registered(ActRegistered event) {
            if (event.entry().entry().effective()) {
                effective.merge(event.act().envelope().type(), 1, Integer::sum);
            }
        }
    }

    /** One thread, and what is on its way between the two nodes. */
    private final class Conversation {

        private final Talk talk;
        private final Random random;
        private final String thread;
        private final int number;
        private final List<Consumer<Conversation>> onTheWay = new ArrayList<>();
        private final List<SealedAct> said = new ArrayList<>();
        private int written;

        Conversation(Talk talk, Random random, int number) {
            this.talk = talk;
            this.random = random;
            this.number = number;
            this.thread = UUID.nameUUIDFromBytes(
                            String.valueOf(random.nextLong()).getBytes(UTF_8))
                    .toString();
            requesting.events.clear();
            requested.events.clear();
        }

        void run(int longest) {
            write(requesting, talk.opening(thread, number));
            int acts = 1 + random.nextInt(longest);
            int pace = 2 + random.nextInt(5);
            while (written < acts || !onTheWay.isEmpty()) {
                if (written < acts && random.nextInt(pace) == 0) {
                    writeAny();
                } else if (!onTheWay.isEmpty()) {
                    deliverAny(written < acts);
                }
                if (random.nextInt(12) == 0) {
                    requesting = requesting.restarted();
                    requested = requested.restarted();
                }
            }
        }

        private void writeAny() {
            boolean byRequesting =
                    random.nextBoolean() || requested.threads.find(thread).isEmpty();
            var author = byRequesting ? requesting : requested;
            var known = author.threads.find(thread).map(Threads.Thread::state).orElse(null);
            write(author, talk.next(thread, byRequesting, random, said, known));
        }

        private void write(PracticeNode author, SealedAct act) {
            written++;
            said.add(act);
            var kept = author.keepOwn(act);
            onTheWay.add(author == requesting ? it -> it.arrives(act) : it -> requesting.keepReceived(act));
            if (kept.entry() != null) {
                sendEntry(kept.entry());
            }
        }

        private void deliverAny(boolean mayRepeat) {
            int index = random.nextInt(onTheWay.size());
            boolean again = mayRepeat && random.nextInt(4) == 0;
            var delivery = again ? onTheWay.get(index) : onTheWay.remove(index);
            delivery.accept(this);
            if (random.nextInt(4) == 0) {
                delivery.accept(this);
            }
        }

        /** At the keeper's node; an act that overtook the opening one comes again later. */
        private void arrives(SealedAct act) {
            try {
                var kept = requested.keepReceived(act);
                assertThat(kept.entry()).isNotNull();
                sendEntry(kept.entry());
            } catch (Refused early) {
                assertThat(early.code()).isEqualTo("unknown-thread");
                onTheWay.add(it -> it.arrives(act));
            }
        }

        private void sendEntry(SignedEntry entry) {
            if (onTheWay.size() < 40) {
                onTheWay.add(it -> requesting.keepEntry(entry));
            } else {
                requesting.keepEntry(entry);
            }
        }

        void check(String which) {
            var ours = requesting.threads.entries(thread, 0);
            var theirs = requested.threads.entries(thread, 0);
            assertThat(ours).as(which).isEqualTo(theirs).hasSize(written);
            assertThat(requesting.threads.find(thread).orElseThrow().state())
                    .as(which)
                    .isNotNull()
                    .isEqualTo(requested.threads.find(thread).orElseThrow().state());
            for (var node : List.of(requesting, requested)) {
                assertThat(node.threads.newest(thread))
                        .as(which)
                        .extracting(KeptAct::n)
                        .doesNotContainNull();
                assertThat(node.published(ActRegistered.class))
                        .as(which)
                        .extracting(it -> it.entry().entry())
                        .containsExactlyElementsOf(
                                theirs.stream().map(SignedEntry::entry).toList());
                node.published(ActRegistered.class).forEach(talk::registered);
                assertThat(node.published(ThreadDisputed.class)).as(which).isEmpty();
                assertThat(node.threads.foldsAgain(thread)).as(which).isTrue();
            }
        }
    }
}
