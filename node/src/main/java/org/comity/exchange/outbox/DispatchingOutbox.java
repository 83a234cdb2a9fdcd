package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import org.comity.exchange.Carrier;
import org.comity.exchange.ExchangeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the lanes after the AS4 port, looks every second for what is due, and lets what is under way finish at the end. */
@Component
class DispatchingOutbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DispatchingOutbox.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(8);

    private final Outbox outbox;
    private final PeerLanes lanes;
    private final SendingRows sending;
    private final NoticingSilence silence;
    private final AskingOthers others;
    private final HeldActs held;
    private final GivingUp givingUp;
    private final ObjectProvider<Carrier> carrier;
    private final ExchangeSettings settings;
    private final Clock clock;
    private volatile @Nullable Thread timer;

    // More than eight: each looks after one reason for which a message waits.
    DispatchingOutbox(
            Outbox outbox,
            PeerLanes lanes,
            SendingRows sending,
            NoticingSilence silence,
            AskingOthers others,
            HeldActs held,
            GivingUp givingUp,
            ObjectProvider<Carrier> carrier,
            ExchangeSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.lanes = lanes;
        this.sending = sending;
        this.silence = silence;
        this.others = others;
        this.held = held;
        this.givingUp = givingUp;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        int freed = outbox.free(settings.instance(), clock.instant());
        if (freed > 0) {
            log.info("{} sendings were under way when this node stopped; they are repeated", freed);
        }
        if (carrier.getIfAvailable() != null) {
            lanes.open(sending::next);
        }
        timer = Thread.ofVirtual().name("outbox").start(this::tick);
    }

    private void tick() {
        // Not by the clock: one that went back would put the next look off for as long.
        long nextLook = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            look(sending::freeLost);
            look(() -> held.release(clock.instant()));
            look(() -> outbox.due(clock.instant()).forEach(lanes::wake));
            if (System.nanoTime() - nextLook >= 0) {
                look(silence::look);
                look(others::look);
                look(givingUp::tidy);
                nextLook =
                        System.nanoTime() + settings.entryAlarm().dividedBy(20).toNanos();
            }
            try {
                Thread.sleep(settings.tick());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A fault in one look is no reason to leave out those behind it: the lanes are woken whatever became of a held act. */
    private static void look(Runnable one) {
        try {
            one.run();
        } catch (RuntimeException e) {
            log.warn("the outbox could not be looked at: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        lanes.close();
        var running = timer;
        if (running != null) {
            running.interrupt();
            timer = null;
        }
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        while (lanes.busy() > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return 2000;
    }
}
