package org.comity.thread.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A keeper who does not tell the truth about one entry, somewhere in a register, is found out in any order of arrival. */
class LyingKeeperTest {

    private static final int CASES = Boolean.getBoolean("comity.full") ? 12 : 4;
    private static final String KEEPER = "XB-1";
    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);
    private static int references;

    private PracticeNode requesting;
    private PracticeNode requested;

    /** What the keeper does to entry {@code n} of an honest register. */
    enum Lie {
        CHANGED_EFFECT {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                var effect = entry.effective() ? "nothing-offered" : Entry.EFFECTIVE;
                honest.retold(n, changed(entry, entry.n(), entry.previous(), entry.container(), effect, entry.state()));
            }
        },
        CHANGED_STATE {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                honest.retold(
                        n,
                        changed(entry, entry.n(), entry.previous(), entry.container(), entry.effect(), "e".repeat(64)));
            }
        },
        CHANGED_CONTAINER {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                honest.retold(
                        n, changed(entry, entry.n(), entry.previous(), "c".repeat(64), entry.effect(), entry.state()));
            }
        },
        TWO_ENTRIES_WITH_ONE_NUMBER {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                honest.told.add(PracticeParticipants.sign(
                        KEEPER,
                        new Entry(
                                entry.network(),
                                entry.thread(),
                                entry.n(),
                                entry.previous(),
                                entry.act(),
                                entry.container(),
                                entry.time().plusMillis(1),
                                entry.effect(),
                                entry.state())));
            }
        },
        SKIPPED_NUMBER {
            @Override
            void tell(Register honest, int n) {
                for (int later = n; later <= honest.size(); later++) {
                    var entry = honest.at(later);
                    honest.replace(
                            later,
                            changed(
                                    entry,
                                    entry.n() + 1,
                                    honest.hashBefore(later),
                                    entry.container(),
                                    entry.effect(),
                                    entry.state()));
                }
            }
        },
        BROKEN_CHAIN {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                honest.retold(
                        n, changed(entry, entry.n(), "a".repeat(64), entry.container(), entry.effect(), entry.state()));
            }
        },
        REORDERED {
            @Override
            void tell(Register honest, int n) {
                int other = n == honest.size() ? n - 1 : n + 1;
                var one = honest.at(Math.min(n, other));
                var two = honest.at(Math.max(n, other));
                honest.told.add(PracticeParticipants.sign(
                        KEEPER, changed(two, one.n(), one.previous(), two.container(), two.effect(), two.state())));
            }
        },
        ONE_ACT_TWICE {
            @Override
            void tell(Register honest, int n) {
                var entry = honest.at(n);
                var last = honest.at(honest.size());
                honest.told.add(PracticeParticipants.sign(
                        KEEPER,
                        changed(entry, last.n() + 1, last.hash(), entry.container(), entry.effect(), entry.state())));
            }
        };

        abstract void tell(Register honest, int n);

        private static Entry changed(
                Entry entry, long n, String previous, String container, String effect, String state) {
            return new Entry(
                    entry.network(), entry.thread(), n, previous, entry.act(), container, entry.time(), effect, state);
        }
    }

    @BeforeEach
    void two_nodes() throws Exception {
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode(KEEPER, PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);
    }

    @ParameterizedTest
    @EnumSource
    void is_found_out(Lie lie) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LyingKeeperTest " + lie + ": -Dseed=" + seed);
        for (int number = 0; number < CASES; number++) {
            var which = "%s, seed %d, case %d".formatted(lie, seed, number);
            tellAndCheck(lie, new Random(seed + number), which);
        }
    }

    private void tellAndCheck(Lie lie, Random random, String which) {
        var thread = UUID.nameUUIDFromBytes(String.valueOf(random.nextLong()).getBytes(UTF_8))
                .toString();
        var acts = conversation(thread, random);
        var honest = requested.threads.entries(thread, 0);
        requesting.events.clear();
        var register = new Register(honest);
        lie.tell(register, 1 + random.nextInt(honest.size()));

        arrive(acts, register.told, random);

        var disputed = requesting.threads.find(thread).orElseThrow();
        assertThat(disputed.disputed()).as(which).isNotNull();
        assertThat(requesting.published(ThreadDisputed.class)).as(which).hasSize(1);
        assertThat(requesting.threads.disputeProofs(thread)).as(which).isNotEmpty();
        assertThat(requesting.threads.entries(thread, 0))
                .as(which)
                .hasSize((int) disputed.lastEntry())
                .isSubsetOf(register.told);
        assertThat(requesting.published(ActRegistered.class)).as(which).hasSize((int) disputed.lastEntry());
        assertThat(requesting.threads.foldsAgain(thread)).as(which).isTrue();
    }

    /** Anybody can make an entry that the keeper did not sign: it proves nothing, and stops nothing. */
    @Test
    void what_another_signed_is_refused_and_the_keepers_own_entry_taken() {
        var thread = UUID.randomUUID().toString();
        var acts = conversation(thread, new Random(7));
        var honest = requested.threads.entries(thread, 0);
        arrive(acts, List.of(), new Random(7));
        for (var right : honest) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> requesting.keepEntry(PracticeParticipants.sign("XD-1", right.entry())))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("foreign-signature"));
            requesting.keepEntry(right);
        }
        assertThat(requesting.threads.entries(thread, 0)).isEqualTo(honest);
        assertThat(requesting.threads.find(thread).orElseThrow().disputed()).isNull();
        assertThat(requesting.threads.disputeProofs(thread)).isEmpty();
    }

    /** The requesting State's acts are kept on both nodes; the requested State's are on their way with the entries. */
    private List<SealedAct> conversation(String thread, Random random) {
        var acts = new ArrayList<SealedAct>();
        var types = List.of("offer", "say", "accept", "retract", "close", "say", "offer");
        acts.add(Acts.in(thread).requesting().open(Acts.reference("XA", ++references)));
        int more = 2 + random.nextInt(4);
        for (int i = 0; i < more; i++) {
            var type = types.get(random.nextInt(types.size()));
            boolean byRequested = List.of("offer", "retract").contains(type);
            acts.add(
                    (byRequested ? Acts.in(thread).requested() : Acts.in(thread).requesting())
                            .fact("value", "7")
                            .saying("act " + i)
                            .sealed(type));
        }
        for (var act : acts) {
            if (act.act().envelope().author().equals("XA-1")) {
                requesting.keepOwn(act);
                requested.keepReceived(act);
            } else {
                requested.keepOwn(act);
            }
        }
        return acts;
    }

    private void arrive(List<SealedAct> acts, List<SignedEntry> told, Random random) {
        var arrivals = new ArrayList<Runnable>();
        acts.stream()
                .filter(it -> it.act().envelope().author().equals(KEEPER))
                .forEach(it -> arrivals.add(() -> requesting.keepReceived(it)));
        told.forEach(it -> arrivals.add(() -> requesting.keepEntry(it)));
        Collections.shuffle(arrivals, random);
        arrivals.forEach(Runnable::run);
    }

    /** A register on its way to becoming a lie; what follows a changed entry is chained to it and signed again. */
    private static final class Register {

        final List<SignedEntry> told;

        Register(List<SignedEntry> honest) {
            this.told = new ArrayList<>(honest);
        }

        int size() {
            return told.size();
        }

        Entry at(int n) {
            return told.get(n - 1).entry();
        }

        String hashBefore(int n) {
            return n == 1 ? Entry.NOTHING_BEFORE : at(n - 1).hash();
        }

        void replace(int n, Entry entry) {
            told.set(n - 1, PracticeParticipants.sign(KEEPER, entry));
        }

        void retold(int n, Entry entry) {
            replace(n, entry);
            IntStream.rangeClosed(n + 1, size())
                    .forEach(later -> replace(
                            later,
                            Lie.changed(
                                    at(later),
                                    at(later).n(),
                                    hashBefore(later),
                                    at(later).container(),
                                    at(later).effect(),
                                    at(later).state())));
        }
    }
}
