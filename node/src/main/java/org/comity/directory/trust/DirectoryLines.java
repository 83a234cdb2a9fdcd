package org.comity.directory.trust;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.DirectoryWatch;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Our own certificates, the operator's list, and what the directory warns of. */
@Component
class DirectoryLines implements HealthLines {

    private static final Set<String> OF_CERTIFICATES = Set.of("certificate-ends", "certificate-ended");

    private final DirectoryWatch watch;
    private final KnownLists lists;
    private final CurrentSnapshot pins;
    private final Clock clock;

    DirectoryLines(DirectoryWatch watch, KnownLists lists, CurrentSnapshot pins, Clock clock) {
        this.watch = watch;
        this.lists = lists;
        this.pins = pins;
        this.clock = clock;
    }

    @Override
    public List<HealthLine> lines() {
        var warnings = watch.warnings();
        return List.of(certificates(warnings), list(), others(warnings));
    }

    private HealthLine certificates(List<DirectoryWatch.Warning> warnings) {
        var ours = WatchingTrust.certificates(pins.ours().node());
        if (ours.isEmpty()) {
            return HealthLine.of("certificates", State.OFF, "none", Map.of());
        }
        var details = new ArrayList<Detail>();
        ours.forEach((name, it) -> details.add(new Detail(
                "health.certificates.one",
                Map.of("name", name, "end", it.getNotAfter().toInstant()))));
        var first = ours.values().stream()
                .map(it -> it.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var warned = warnings.stream()
                .filter(it -> OF_CERTIFICATES.contains(it.code()))
                .toList();
        if (warned.isEmpty()) {
            return new HealthLine("certificates", State.GOOD, "hold", Map.of("end", first), details);
        }
        boolean pressing = warned.stream()
                .anyMatch(it -> it.code().equals("certificate-ended")
                        || "3".equals(it.facts().get("days")));
        boolean ended = warned.stream().anyMatch(it -> it.code().equals("certificate-ended"));
        return new HealthLine(
                "certificates",
                pressing ? State.BAD : State.LOOK,
                ended ? "ended" : "end",
                Map.of("left", Duration.between(clock.instant(), first)),
                details);
    }

    private HealthLine list() {
        var newest = lists.newest();
        if (newest.isEmpty()) {
            return HealthLine.of("list", State.OFF, "none", Map.of());
        }
        var list = newest.get().list();
        var now = clock.instant();
        var facts = Map.<String, Object>of("n", list.sequence(), "until", list.validUntil());
        return now.isBefore(list.validUntil())
                ? HealthLine.of(
                        "list",
                        now.plus(Duration.ofDays(3)).isBefore(list.validUntil()) ? State.GOOD : State.LOOK,
                        now.plus(Duration.ofDays(3)).isBefore(list.validUntil()) ? "fresh" : "ages",
                        facts)
                : HealthLine.of("list", State.BAD, "expired", facts);
    }

    private static HealthLine others(List<DirectoryWatch.Warning> warnings) {
        var others = warnings.stream()
                .filter(it -> !OF_CERTIFICATES.contains(it.code()))
                .toList();
        if (others.isEmpty()) {
            return HealthLine.of("directory", State.GOOD, "quiet", Map.of());
        }
        var details = others.stream()
                .limit(20)
                .map(it -> new Detail(
                        "directory.warning." + it.code(),
                        Map.of(
                                "subject",
                                it.subject(),
                                "why",
                                String.valueOf(it.facts().getOrDefault("why", "")))))
                .toList();
        return new HealthLine("directory", State.LOOK, "warns", Map.of("n", others.size()), details);
    }
}
