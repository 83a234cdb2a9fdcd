package org.comity.casework.retention;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a day what the rule says goes; nothing while something speaks against the clock, and then all waits anew. */
@Component
class DailyRetention {

    private static final Logger log = LoggerFactory.getLogger(DailyRetention.class);

    private final RetentionRule rule;
    private final ForgettingRequests requests;
    private final ForgettingJointThreads joint;
    private final ForgettingUnsent unsent;
    private final FindingQuietThreads quiet;
    private final MarkingForDeletion marking;
    private final DoubtingClock doubting;
    private final Clock clock;
    private volatile @Nullable Ran ran;

    DailyRetention(
            RetentionRule rule,
            ForgettingRequests requests,
            ForgettingJointThreads joint,
            ForgettingUnsent unsent,
            FindingQuietThreads quiet,
            MarkingForDeletion marking,
            DoubtingClock doubting,
            Clock clock) {
        this.rule = rule;
        this.requests = requests;
        this.joint = joint;
        this.unsent = unsent;
        this.quiet = quiet;
        this.marking = marking;
        this.doubting = doubting;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.retention.first:PT5M}", fixedDelayString = "PT24H")
    void turn() {
        var now = clock.instant();
        // Before anything is written: a line of ours would hide that the log stood behind.
        var doubt = doubting.why();
        if (doubt.isPresent()) {
            log.warn("nothing is deleted: the clock is doubted ({})", doubt.get());
            marking.all().forEach(marking::unmark);
            ran = new Ran(now, 0, doubt.get());
            return;
        }
        rule.note();
        var after = rule.afterEnd();
        if (after == null) {
            marking.all().forEach(marking::unmark);
            quiet.none();
            return;
        }
        var before = now.minus(after);
        marking.all().stream().filter(it -> stale(it, before)).forEach(marking::unmark);
        long failed = requests.forget(before, rule.days()) + joint.forget(before, rule.days());
        if (rule.isShown()) {
            unsent.forget(before);
        }
        ran = new Ran(now, failed, null);
        quiet.find(before);
    }

    /** The beginning of a mark says whose it is. */
    private boolean stale(String mark, Instant before) {
        int end = mark.indexOf('/');
        if (end < 0) return false;
        var id = mark.substring(end + 1);
        var kind = mark.substring(0, end);
        return switch (kind) {
            case DeletionDue.KIND -> requests.stale(id);
            case JointDeletionDue.KIND -> joint.stale(id);
            default -> unsent.stale(kind, id, before);
        };
    }

    /** When it last ran since the start, or null. */
    @Nullable
    Ran ran() {
        return ran;
    }

    /** @param failed requests and joint threads whose words should have gone and are still here; {@code doubt} why nothing went, or null */
    record Ran(Instant at, long failed, DoubtingClock.@Nullable Why doubt) {}
}
