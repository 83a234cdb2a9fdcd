package org.comity.operator;

import java.util.Map;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Counts for the rail of the Secretariat's node how many entries wait, and says who may admit them. */
@ConditionalOnBooleanProperty(CollatingHere.SECRETARIAT)
@Component
class WaitingAdmissions implements NavCounts {

    private final ReadingSubmissions submissions;

    WaitingAdmissions(ReadingSubmissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return mayAdmit(official) ? Map.of("admissions", submissions.countWaiting()) : Map.of();
    }

    /** Officers, and no administrator: who gives accounts to people would otherwise be as many officers as they like. */
    static boolean mayAdmit(Official by) {
        return !by.holds(Duty.ADMINISTRATOR)
                && (by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.SECOND_OFFICER) || by.holds(Duty.LAWYER));
    }

    static void mustAdmit(Official by) {
        if (!mayAdmit(by)) throw new NotYours();
    }

    private static final class NotYours extends RuleBroken {
        NotYours() {
            super("directory.not-yours", Map.of());
        }
    }
}
