package org.comity.cooperation.retention;

import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Whether there is a rule, and whether it is carried out. */
@Component
class RetentionLines implements HealthLines {

    private final Rule rule;
    private final ForgettingRequests forgetting;

    RetentionLines(Rule rule, ForgettingRequests forgetting) {
        this.rule = rule;
        this.forgetting = forgetting;
    }

    @Override
    public List<HealthLine> lines() {
        var after = rule.afterEnd();
        var ran = forgetting.ran();
        if (after == null) {
            return List.of(HealthLine.of("retention", State.OFF, "no-rule", Map.of()));
        }
        if (ran == null) {
            return List.of(HealthLine.of("retention", State.GOOD, "waits", Map.of("days", after.toDays())));
        }
        return List.of(
                ran.failed() == 0
                        ? HealthLine.of("retention", State.GOOD, "ran", Map.of("days", after.toDays(), "at", ran.at()))
                        : HealthLine.of("retention", State.BAD, "failed", Map.of("n", ran.failed(), "at", ran.at())));
    }
}
