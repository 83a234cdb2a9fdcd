package org.comity.exchange.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SendingFailed;
import org.comity.exchange.SettableClock;
import org.comity.proof.act.Act;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.util.ReflectionTestUtils;

/** An outbox with a peer that answers as a test wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxCase {

    final SettableClock clock = new SettableClock();
    final List<Parcel> carried = new CopyOnWriteArrayList<>();
    volatile String failure;
    volatile boolean reached;
    volatile int largest;
    final AtomicInteger tooSlow = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();
    volatile CountDownLatch held = new CountDownLatch(0);
    PracticeWorld world;
    ExchangeNode shared;
    ExchangeNode a;

    @BeforeEach
    void start() throws Exception {
        carried.clear();
        underWay.set(0);
        largest = Integer.MAX_VALUE;
        tooSlow.set(0);
        held = new CountDownLatch(0);
        failure = null;
        reached = true;
        if (shared == null) {
            world = new PracticeWorld()
                    .with("XB-1", URI.create("https://127.0.0.1:1/as4"))
                    .with("XC-1", URI.create("https://127.0.0.1:1/as4"))
                    .with("XD-1", null);
            shared = new ExchangeNode("XA-1", world, clock, this::carry, "node.exchange.first-pause=100s");
        } else {
            startAgain();
        }
        a = shared;
    }

    /** As if nothing had ever been sent. */
    void startAgain() {
        var tables = shared.db().sql("""
                        select string_agg(format('%I.%I', schemaname, tablename), ', ')
                          from pg_tables
                         where schemaname in ('exchange', 'thread')
                        """).query(String.class).single();
        shared.db().sql("truncate " + tables).update();
        ((Map<?, ?>) requireNonNull(ReflectionTestUtils.getField(shared.get(PeerLanes.class), "lanes"))).clear();
        shared.events.clear();
        shared.get(DispatchingOutbox.class).start();
    }

    @AfterEach
    void stop() {
        held.countDown();
        shared.get(DispatchingOutbox.class).stop();
        if (a != shared) {
            a.close();
        }
    }

    @AfterAll
    void close() {
        shared.close();
    }

    void carry(Parcel parcel, org.comity.directory.Participant to) throws NotCarried {
        if (failure != null && parcel.to().equals("XB-1")) {
            throw new NotCarried(failure, reached, "as the test wants");
        }
        if (parcel.ageFiles().size() > largest) {
            tooSlow.incrementAndGet();
            throw new NotCarried("slow-sender", true, "as the test wants");
        }
        if (parcel.action() == Action.ENTRY) {
            underWay.incrementAndGet();
            wait(held);
        }
        carried.add(parcel);
    }

    static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static SignedEntry entry(int n) {
        return new SignedEntry(
                new Entry(
                        PracticeWorld.NETWORK,
                        "00000000-0000-0000-0000-000000000001",
                        n,
                        Entry.NOTHING_BEFORE,
                        "%064d".formatted(n),
                        Entry.NOTHING_BEFORE,
                        Instant.EPOCH,
                        Entry.EFFECTIVE,
                        Entry.NOTHING_BEFORE),
                "AAAA");
    }

    /** An act that was tried once; the peer is not reached from here on. */
    Act notReached() {
        failure = "not-reached";
        reached = false;
        var act = send(null);
        notReached(act);
        return act;
    }

    void notReached(Act act) {
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));
    }

    Act send(Instant notBefore) {
        return send(notBefore, "XB-1");
    }

    Act send(Instant notBefore, String to) {
        var act = PracticeActs.request("XA-1", to).act();
        a.exchange().send(a.seal(act), notBefore);
        return act;
    }

    Status status(Act act) {
        return a.exchange().sending(act.id()).status();
    }

    static SendingFailed failed(Act act, String code) {
        return new SendingFailed(act.id(), act.envelope().thread(), code);
    }
}
