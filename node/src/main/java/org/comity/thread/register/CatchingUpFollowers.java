package org.comity.thread.register;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.comity.thread.ActFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells followers that failed once more of everything that they missed, thread by thread and in order of n. */
@Component
class CatchingUpFollowers {

    private static final Logger log = LoggerFactory.getLogger(CatchingUpFollowers.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ObjectProvider<ActFollower> followers;
    private final FollowerBacklogRows behind;
    private final ThreadRows threads;
    private final ReplayingEntries replaying;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CatchingUpFollowers(
            ObjectProvider<ActFollower> followers,
            FollowerBacklogRows behind,
            ThreadRows threads,
            ReplayingEntries replaying,
            TransactionTemplate transaction,
            Clock clock) {
        this.followers = followers;
        this.behind = behind;
        this.threads = threads;
        this.replaying = replaying;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${node.thread.follow-again:PT1M}")
    void step() {
        var now = clock.instant();
        int waited = behind.clockWentBack(now, now.plus(LONGEST_PAUSE));
        if (waited > 0)
            log.warn(
                    "the clock went back: {} followers need not wait for the day that they had been put off to",
                    waited);
        for (var row : behind.due(now, AT_ONCE)) {
            try {
                transaction.executeWithoutResult(it -> again(row));
            } catch (RuntimeException fault) {
                var pause = Duration.ofMinutes(1L << Math.min(row.attempts(), 6));
                behind.later(row, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
                log.error(
                        "incident {}: {} still does not follow thread {} from entry {}",
                        UUID.randomUUID(),
                        row.follower(),
                        row.thread(),
                        row.n(),
                        fault);
            }
        }
    }

    /** The thread is locked, so that no new act comes between. */
    private void again(FollowerBacklogRows.Behind row) {
        var thread = threads.lock(row.thread()).orElseThrow();
        if (behind.holds(row)) {
            named(row.follower()).ifPresent(it -> replaying.from(row.n(), thread, it::registered));
            behind.remove(row);
        }
    }

    /** None in a version that has no such follower any more. */
    private Optional<ActFollower> named(String name) {
        return followers.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
