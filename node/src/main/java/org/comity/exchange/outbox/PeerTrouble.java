package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Logs the first attempt that failed with a peer, counts the others while it fails in the same way, and logs when it is
 * reached again.
 */
@Component
class PeerTrouble {

    private static final Logger log = LoggerFactory.getLogger(PeerTrouble.class);
    private static final Duration SAID_AGAIN = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Trouble> peers = new ConcurrentHashMap<>();

    PeerTrouble(Clock clock) {
        this.clock = clock;
    }

    private record Trouble(String code, Instant since, Instant said, long counted) {}

    /** @param what was to be carried, for the one line that is written */
    void failed(String peer, String code, String what, String why) {
        var now = clock.instant();
        peers.compute(peer, (key, known) -> {
            if (known == null || !known.code().equals(code)) {
                log.warn("{} to {} not delivered: {} ({}); further failures are counted", what, peer, code, why);
                return new Trouble(code, known == null ? now : known.since(), now, 0);
            }
            long counted = known.counted() + 1;
            if (known.said().plus(SAID_AGAIN).isAfter(now))
                return new Trouble(code, known.since(), known.said(), counted);
            log.warn(
                    "{} is not reached since {}: {} further attempts failed with {}",
                    peer,
                    known.since(),
                    counted,
                    code);
            return new Trouble(code, known.since(), now, counted);
        });
    }

    void worked(String peer) {
        var known = peers.remove(peer);
        if (known != null) {
            log.info(
                    "{} takes what we send again, after {}; {} further attempts had failed with {}",
                    peer,
                    Duration.between(known.since(), clock.instant()),
                    known.counted(),
                    known.code());
        }
    }
}
