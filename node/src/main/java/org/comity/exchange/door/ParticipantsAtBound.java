package org.comity.exchange.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.ui.Flash;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/**
 * Finds which participants stand at a bound of this node, so that what they send waits; the desk and the health page say so.
 */
@Component
class ParticipantsAtBound implements HealthLines, PageNotices {

    static final Set<String> CODES = Set.of(
            "no-room",
            "too-much-stored",
            "too-many-threads",
            "too-many-messages",
            "too-many-waiting",
            "too-many-parked",
            "thread-full");

    /** Who is refused comes again within minutes. */
    private static final Duration LASTS = Duration.ofMinutes(15);

    private final Map<Bound, Instant> last = new ConcurrentHashMap<>();
    private final Clock clock;

    ParticipantsAtBound(Clock clock) {
        this.clock = clock;
    }

    private record Bound(String participant, String code) {}

    void note(String code, String from) {
        if (CODES.contains(code)) last.put(new Bound(from, code), clock.instant());
    }

    @Override
    public List<HealthLine> lines() {
        var now = standing();
        if (now.isEmpty()) return List.of(HealthLine.of("bounds", State.GOOD, "none", Map.of()));
        var details = now.stream()
                .map(it -> new Detail("health.bounds." + it.code(), Map.of("who", it.participant())))
                .toList();
        long participants = now.stream().map(Bound::participant).distinct().count();
        return List.of(new HealthLine("bounds", State.BAD, "some", Map.of("n", participants), details));
    }

    @Override
    public Optional<Flash> notice(Official by) {
        return standing().isEmpty() ? Optional.empty() : Optional.of(Flash.warned("bounds.notice"));
    }

    private List<Bound> standing() {
        var since = clock.instant().minus(LASTS);
        last.values().removeIf(it -> it.isBefore(since));
        return last.keySet().stream()
                .sorted(java.util.Comparator.comparing(Bound::participant).thenComparing(Bound::code))
                .toList();
    }
}
