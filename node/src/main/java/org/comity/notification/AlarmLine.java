package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says whether somebody is woken when nobody acknowledges an emergency. */
@Component
class AlarmLine implements HealthLines {

    private static final String TOPIC = "alarm";

    private final PlanningAlarmCalls planning;
    private final MailPost post;
    private final AlarmCallRows rows;
    private final Clock clock;

    AlarmLine(PlanningAlarmCalls planning, MailPost post, AlarmCallRows rows, Clock clock) {
        this.planning = planning;
        this.post = post;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<HealthLine> lines() {
        return List.of(line());
    }

    private HealthLine line() {
        var chain = planning.chain();
        if (chain.isEmpty()) {
            return HealthLine.of(TOPIC, State.OFF, "off", Map.of());
        }
        var steps = chain.get();
        if (steps.isEmpty()) {
            return HealthLine.of(TOPIC, State.BAD, "nobody", Map.of());
        }
        if (steps.stream().anyMatch(it -> !it.step().mail().isEmpty()) && !post.on()) {
            return HealthLine.of(TOPIC, State.BAD, "no-mail", Map.of());
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
