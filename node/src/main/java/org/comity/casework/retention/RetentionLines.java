package org.comity.casework.retention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Whether there is a rule, and whether it is carried out. */
@Component
class RetentionLines implements HealthLines {

    private final RetentionRule rule;
    private final DailyRetention daily;
    private final MarkingForDeletion marking;

    RetentionLines(RetentionRule rule, DailyRetention daily, MarkingForDeletion marking) {
        this.rule = rule;
        this.daily = daily;
        this.marking = marking;
    }

    @Override
    public List<HealthLine> lines() {
        var after = rule.afterEnd();
        var ran = daily.ran();
        if (after == null) {
            return List.of(HealthLine.of("retention", State.OFF, "no-rule", Map.of()));
        }
        if (ran == null) {
            return List.of(HealthLine.of("retention", State.GOOD, "waits", Map.of("days", after.toDays())));
        }
        if (ran.doubt() != null) {
            var why = "doubted-" + ran.doubt().name().toLowerCase(Locale.ROOT);
            return List.of(HealthLine.of("retention", State.BAD, why, Map.of("at", ran.at())));
        }
        var facts = Map.<String, Object>of("days", after.toDays(), "at", ran.at(), "marked", marking.count());
        return List.of(
                ran.failed() == 0
                        ? HealthLine.of("retention", State.GOOD, "ran", facts)
                        : HealthLine.of("retention", State.BAD, "failed", Map.of("n", ran.failed(), "at", ran.at())));
    }
}
