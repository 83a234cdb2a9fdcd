package org.comity.evidence.custody;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.clock.BackgroundJob;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Strays;
import org.comity.evidence.EvidenceSettings;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether what is stored is what was sealed, when it was last read, what lies in the vault that should not, and whether what
 * was declared destroyed is gone.
 */
@Component
class VaultLines implements HealthLines {

    private static final Logger log = LoggerFactory.getLogger(VaultLines.class);
    private static final int NAMED = 5;
    /** Longer than a vault needs that answers, and than what is being read meanwhile. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final Duration TOO_LONG = Duration.ofDays(1);

    private final Evidence evidence;
    private final VaultCare care;
    private final EvidenceSettings settings;
    private final Clock clock;
    private final BackgroundJob aside = new BackgroundJob("strays");
    private volatile @Nullable LookedThrough looked;

    private record LookedThrough(Instant at, Strays strays) {}

    VaultLines(Evidence evidence, VaultCare care, EvidenceSettings settings, Clock clock) {
        this.evidence = evidence;
        this.care = care;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT12H")
    void turn() {
        aside.turn(this::look);
    }

    void look() {
        try {
            looked = new LookedThrough(clock.instant(), evidence.strays());
        } catch (IOException e) {
            looked = null;
            log.error("The vault could not be looked through: {}", e.toString());
        }
    }

    @Override
    public List<HealthLine> lines() {
        return List.of(reread(), strays(), destruction());
    }

    private HealthLine reread() {
        long lost = care.lost();
        if (lost > 0) return HealthLine.of("reread", State.BAD, "damaged", Map.of("n", lost));
        long failed = care.unread();
        if (failed > 0) return HealthLine.of("reread", State.BAD, "unreadable", Map.of("n", failed));
        var longest = care.longestUnread();
        if (longest.isEmpty()) return HealthLine.of("reread", State.GOOD, "nothing", Map.of());
        var unread = Duration.between(longest.get(), clock.instant());
        boolean behind = unread.compareTo(settings.scrubAfter()) > 0;
        return HealthLine.of(
                "reread",
                behind ? State.LOOK : State.GOOD,
                behind ? "behind" : "right",
                Map.of("every", settings.scrubAfter(), "unread", unread));
    }

    private HealthLine destruction() {
        var now = clock.instant();
        var overdue = care.toGoSince(now.minus(LONG));
        if (overdue.isEmpty()) return HealthLine.of("destruction", State.GOOD, "done", Map.of());
        var waits = Duration.between(overdue.get().since(), now);
        return HealthLine.of(
                "destruction",
                waits.compareTo(TOO_LONG) < 0 ? State.LOOK : State.BAD,
                "waits",
                Map.of("n", overdue.get().n(), "waits", waits));
    }

    private HealthLine strays() {
        var last = looked;
        if (last == null) return HealthLine.of("strays", State.OFF, "unknown", Map.of());
        var found = last.strays();
        if (found.missing().isEmpty() && found.orphans().isEmpty()) {
            return HealthLine.of("strays", State.GOOD, "none", Map.of("at", last.at()));
        }
        var named = found.orphans().stream()
                .limit(NAMED)
                .map(it -> new Detail("health.strays.orphan", Map.of("folder", it)))
                .toList();
        return new HealthLine(
                "strays",
                found.missing().isEmpty() ? State.LOOK : State.BAD,
                found.missing().isEmpty() ? "orphans" : "missing",
                Map.of(
                        "at",
                        last.at(),
                        "missing",
                        found.missing().size(),
                        "orphans",
                        found.orphans().size()),
                named);
    }
}
