package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.ui.DeskNotices;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says whether somebody is woken when nobody acknowledges an emergency: to administrators, and where nobody is, on the desk. */
@Component
class AlarmLine implements HealthLines, DeskNotices {

    private static final String TOPIC = "alarm";

    private final PlanningAlarmCalls planning;
    private final MailPost post;
    private final AlarmCallRows rows;
    private final Directory directory;
    private final Clock clock;

    AlarmLine(PlanningAlarmCalls planning, MailPost post, AlarmCallRows rows, Directory directory, Clock clock) {
        this.directory = directory;
        this.planning = planning;
        this.post = post;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<HealthLine> lines() {
        return List.of(line());
    }

    /** Whoever is before a screen is then all that there is. No emergency comes but to an authority. */
    @Override
    public List<Notice> notices(Official by) {
        return by.holds(Duty.DUTY_OFFICER) && directory.self().kind().authority()
                ? missing().map(it -> new Notice(it.key(), 1, "/desk/rota", false)).stream()
                        .toList()
                : List.of();
    }

    /** Nobody would be woken now, or not of everything. */
    private Optional<HealthLine> missing() {
        if (planning.failed()) {
            return Optional.of(HealthLine.of(TOPIC, State.BAD, "not-planned", Map.of()));
        }
        var chain = planning.chain();
        if (chain.isEmpty()) {
            return Optional.of(HealthLine.of(TOPIC, State.OFF, "off", Map.of()));
        }
        var steps = chain.get();
        if (steps.isEmpty()) {
            return Optional.of(HealthLine.of(TOPIC, State.BAD, "nobody", Map.of()));
        }
        return steps.stream().anyMatch(it -> !it.step().mail().isEmpty()) && !post.on()
                ? Optional.of(HealthLine.of(TOPIC, State.BAD, "no-mail", Map.of()))
                : Optional.empty();
    }

    private HealthLine line() {
        var missing = missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        var it = rows.figures(clock.instant().minus(Duration.ofDays(7)));
        if (it.trying() > 0) {
            return HealthLine.of(TOPIC, State.BAD, "trying", Map.of("n", it.trying()));
        }
        return it.failed() > 0
                ? HealthLine.of(TOPIC, State.LOOK, "failed", Map.of("n", it.failed()))
                : HealthLine.of(TOPIC, State.GOOD, "ready", Map.of("n", it.sent()));
    }
}
