package org.comity.casework.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when the words of a request go: so long after its end, and never before a new rule was shown for its notice.
 */
@Component
class RetentionRule {

    private final RetentionSettings settings;
    private final RuleRows rows;
    private final Ledger ledger;
    private final Clock clock;

    RetentionRule(RetentionSettings settings, RuleRows rows, Ledger ledger, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes down a rule that differs from the last one; its notice begins now. */
    @Transactional
    public void note() {
        var days = settings.afterEnd() == null ? null : settings.afterEnd().toDays();
        var kept = rows.kept();
        if (kept.isEmpty() ? days == null : Objects.equals(kept.get().days(), days)) {
            return;
        }
        rows.keep(days, clock.instant());
        ledger.record(null, "retention.rule-set", "retention", Map.of("days", days == null ? "-" : days.toString()));
    }

    @Nullable
    Duration afterEnd() {
        return settings.afterEnd();
    }

    /** How long after its end, in days; {@code -} without a rule. */
    String days() {
        return settings.afterEnd() == null
                ? "-"
                : Long.toString(settings.afterEnd().toDays());
    }

    /** The instant from which the words of what ended then may go; empty without a rule. */
    Optional<Instant> due(Instant end) {
        var after = settings.afterEnd();
        if (after == null) {
            return Optional.empty();
        }
        var shown = shown();
        var due = end.plus(after);
        return Optional.of(due.isBefore(shown) ? shown : due);
    }

    /** The same as pages say it: never a day that is over. */
    Optional<Instant> goes(Instant end) {
        var now = clock.instant();
        return due(end).map(it -> it.isBefore(now) ? now : it);
    }

    /** Whether it was shown for its notice; of no use without a rule. */
    boolean isShown() {
        return !shown().isAfter(clock.instant());
    }

    private Instant shown() {
        var days = settings.afterEnd() == null ? null : settings.afterEnd().toDays();
        return rows.kept()
                .filter(it -> Objects.equals(it.days(), days))
                .map(RuleRows.Kept::since)
                .orElseGet(clock::instant)
                .plus(settings.notice());
    }
}
