package org.comity.directory.trust;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the operator at intervals; brings our own entry there when the list has not got it. */
@Component
class FollowingOperator {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingOperator.class);

    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final @Nullable HttpOperator operator;
    private final TakingLists taking;
    private final TakingRevocation revoking;
    private final CurrentSnapshot pins;
    private final KnownWarnings warnings;
    private final Clock clock;
    private volatile Instant lastAsked = Instant.EPOCH;

    FollowingOperator(
            DirectorySettings settings,
            TakingLists taking,
            TakingRevocation revoking,
            CurrentSnapshot pins,
            KnownWarnings warnings,
            Clock clock) {
        this.operator = settings.url() == null ? null : new HttpOperator(settings.url(), settings);
        this.taking = taking;
        this.revoking = revoking;
        this.pins = pins;
        this.warnings = warnings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 0, fixedDelayString = "${node.directory.every:PT15M}")
    synchronized void follow() {
        if (operator == null || pins.network().root() == null) {
            return;
        }
        try {
            follow(operator);
            warnings.settle("operator-unreachable", pins.network().id());
        } catch (IOException e) {
            LOG.info("directory operator: {}", e.getMessage());
            warnings.raise("operator-unreachable", pins.network().id(), Map.of(), clock.instant());
        }
    }

    /** Somebody signs with a certificate that no version names here: the newest list may, and waits for no interval. */
    @EventListener
    void follow(Sooner asked) {
        var now = clock.instant();
        if (operator == null || now.isBefore(lastAsked.plus(SOONEST))) return;
        lastAsked = now;
        LOG.info("asking the operator again, for an unknown certificate of {}", asked.participant());
        Thread.ofVirtual().name("directory-sooner").start(this::follow);
    }

    record Sooner(String participant) {}

    private void follow(HttpOperator operator) throws IOException {
        var revocations = operator.revocations();
        revocations.forEach(this::revoke);
        var list = taking.take(operator);
        // Of whom the list has only now made known, what they have revoked counts from the first moment.
        revocations.forEach(this::revoke);
        var ours = pins.now().pin(pins.self());
        if (list.isPresent() && ours != null && ours.source() == EntryVersions.Source.OURS && lacks(list.get(), ours)) {
            operator.submit(ours.signed().json());
        }
    }

    private void revoke(byte[] revocation) {
        try {
            revoking.revoke(revocation);
        } catch (EntryRefused e) {
            LOG.info("revocation refused: {}", e.reason());
        }
    }

    private static boolean lacks(DirectoryList list, KnownEntries.Pin ours) {
        return list.lines().stream()
                .noneMatch(it -> it.id().equals(ours.id())
                        && it.version() >= ours.signed().entry().version());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableConfigurationProperties(DirectorySettings.class)
    static class Intervals {}
}
