package org.comity.exchange.warmth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Carrier;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.ExchangeWarm;
import org.comity.exchange.LocalDoor;
import org.comity.exchange.Parcel;
import org.comity.exchange.WarmState;
import org.comity.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals, encrypts and sends a practice act to our own door until the machine has learned the way. */
@Component
class WarmingUp implements WarmState {

    private static final Logger log = LoggerFactory.getLogger(WarmingUp.class);
    /** Each seal may ask a time-stamping authority; it need not be asked more often. */
    private static final int SEALS = 10;

    private final Sealing sealing;
    private final Directory directory;
    private final ObjectProvider<Carrier> carrier;
    private final ObjectProvider<LocalDoor> ownDoor;
    private final ExchangeSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean warm;
    private volatile boolean stopped;

    WarmingUp(
            Sealing sealing,
            Directory directory,
            ObjectProvider<Carrier> carrier,
            ObjectProvider<LocalDoor> ownDoor,
            ExchangeSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sealing = sealing;
        this.directory = directory;
        this.carrier = carrier;
        this.ownDoor = ownDoor;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean warm() {
        return warm;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        if (carrier.getIfAvailable() != null && ownDoor.getIfAvailable() != null && settings.warmRounds() > 0) {
            Thread.ofPlatform().daemon().name("warming").start(this::practise);
        }
    }

    @jakarta.annotation.PreDestroy
    void stop() {
        stopped = true;
    }

    private void practise() {
        long start = System.nanoTime();
        try {
            var self = throughOwnDoor(directory.self());
            byte[] container = new byte[0];
            for (int round = 0; round < settings.warmRounds() && !stopped; round++) {
                if (round < SEALS) {
                    container = sealing.seal(PracticeAct.files(self.id(), clock.instant()));
                }
                byte[] age = sealing.encrypt(
                        container, List.of(Objects.requireNonNull(self.node()).ageRecipient()));
                carrier.getObject()
                        .carry(new Parcel(Parcel.Action.WARM, self.id(), self.id(), "practice", age, null), self);
            }
        } catch (Carrier.NotCarried | RuntimeException e) {
            if (!stopped) {
                log.warn("the exchange could not practise on itself: {}", e.toString());
            }
            return;
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        warm = true;
        log.info("exchange warm after {} rounds in {} ms", settings.warmRounds(), took.toMillis());
        events.publishEvent(new ExchangeWarm(settings.warmRounds(), took));
    }

    private Participant throughOwnDoor(Participant self) {
        var node = Objects.requireNonNull(self.node());
        return new Participant(
                self.id(),
                self.state(),
                self.names(),
                self.capitals(),
                self.zone(),
                new Participant.NodeAddress(
                        ownDoor.getObject().address(),
                        node.seal(),
                        node.as4Certificate(),
                        node.tls(),
                        node.register(),
                        node.ageRecipient(),
                        node.procedures()),
                self.languages(),
                self.phone(),
                self.mail(),
                self.hours(),
                self.functions(),
                self.profile(),
                self.version(),
                self.signedAt(),
                self.validUntil(),
                self.kind());
    }
}
