package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.database.PracticeDatabase;
import org.comity.proof.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;

/** Acts and entries of two nodes in any order, delayed, repeated, crossing, with restarts in between. */
class AnyOrderTest {

    private static final int CASES = 300;
    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);

    private PracticeNode requesting;
    private PracticeNode requested;

    @Test
    void both_nodes_hold_the_same_register_and_state_and_nothing_counts_twice() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AnyOrderTest: -Dseed=" + seed);
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);

        for (int number = 0; number < CASES; number++) {
            var conversation = new Conversation(new Random(seed + number), number);
            conversation.run();
            conversation.check("seed %d, case %d".formatted(seed, number));
        }
    }

    /** One thread, and what is on its way between the two nodes. */
    private final class Conversation {

        private final Random random;
        private final String thread;
        private final int number;
        private final List<Consumer<Conversation>> onTheWay = new ArrayList<>();
        private int written;

        Conversation(Random random, int number) {
            this.random = random;
            this.number = number;
            this.thread = new UUID(random.nextLong(), random.nextLong()).toString();
            requesting.events.clear();
            requested.events.clear();
        }

        void run() {
            write(requesting, Acts.in(thread).requesting().open(Acts.reference("XA", number)));
            int acts = 1 + random.nextInt(5);
            while (written < acts || !onTheWay.isEmpty()) {
                if (written < acts && random.nextBoolean()) {
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
            boolean byRequesting = random.nextBoolean() || requested.threads.find(thread).isEmpty();
            var types = byRequesting
                    ? List.of("accept", "say", "close", "say")
                    : List.of("offer", "retract", "say", "close", "offer", "offer");
            var type = types.get(random.nextInt(types.size()));
            var acts = byRequesting ? Acts.in(thread).requesting() : Acts.in(thread).requested();
            write(
                    byRequesting ? requesting : requested,
                    acts.fact("value", String.valueOf(random.nextInt(1000)))
                            .saying("act " + written)
                            .sealed(type));
        }

        private void write(PracticeNode author, SealedAct act) {
            written++;
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
                assertThat(node.threads.acts(thread)).as(which).extracting(KeptAct::n).doesNotContainNull();
                assertThat(node.published(ActRegistered.class))
                        .as(which)
                        .extracting(it -> it.entry().entry())
                        .containsExactlyElementsOf(theirs.stream().map(SignedEntry::entry).toList());
                assertThat(node.published(ThreadDisputed.class)).as(which).isEmpty();
                assertThat(node.threads.foldsAgain(thread)).as(which).isTrue();
            }
        }
    }
}
