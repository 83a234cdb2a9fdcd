package org.comity.casework.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.comity.directory.DirectoryWatch;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.PeerClocks.Difference;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;

/** What speaks against the clock by which things are deleted: our own log, the directory, our peers. */
@Component
class DoubtingClock {

    /** No node is silent for longer on working days; after a longer rest its first line ends the doubt. */
    static final Duration AHEAD_OF_LOG = Duration.ofDays(3);

    static final Duration AWAY_FROM_PEERS = Duration.ofDays(1);
    /** Our own entry is vouched for by no list that is in force now. */
    private static final String NOT_CONFIRMED = "not-confirmed";

    private final Ledger ledger;
    private final DirectoryWatch directory;
    private final PeerClocks peers;
    private final Clock clock;

    DoubtingClock(Ledger ledger, DirectoryWatch directory, PeerClocks peers, Clock clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.peers = peers;
        this.clock = clock;
    }

    Optional<Why> why() {
        if (aheadOfLog()) return Optional.of(Why.LOG);
        if (directory.warnings().stream().anyMatch(it -> it.code().equals(NOT_CONFIRMED)))
            return Optional.of(Why.DIRECTORY);
        return awayFromPeers() ? Optional.of(Why.PEERS) : Optional.empty();
    }

    private boolean aheadOfLog() {
        return ledger.lines(null, null, 1).stream()
                .anyMatch(it -> it.time().plus(AHEAD_OF_LOG).isBefore(clock.instant()));
    }

    /** As most of them say: one peer alone, beside others, stops nothing. */
    private boolean awayFromPeers() {
        var all = peers.differences();
        long away = all.stream()
                .map(Difference::ahead)
                .filter(it -> it.abs().compareTo(AWAY_FROM_PEERS) >= 0)
                .count();
        return away * 2 > all.size();
    }

    /** Named as the last part of a message key. */
    enum Why {
        LOG,
        DIRECTORY,
        PEERS
    }
}
