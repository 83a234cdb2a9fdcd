package org.comity.cooperation.requests;

import java.util.Map;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.DomesticFile.Kind;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** The duties, in one place. */
@Component
class MayRead implements CaseAccess {

    @Override
    public void mustRead(Official by) {
        boolean may = by.holds(Duty.DUTY_OFFICER)
                || by.holds(Duty.SECOND_OFFICER)
                || by.holds(Duty.LAWYER)
                || by.holds(Duty.MAGISTRATE)
                || by.holds(Duty.CUSTODIAN)
                || by.holds(Duty.OVERSIGHT);
        if (!may) {
            throw new NotYours();
        }
    }

    @Override
    public void mustWrite(Official by) {
        if (!ThreadController.isDesk(by)) {
            throw new NotYours();
        }
    }

    @Override
    public void mustRecall(Official by) {
        if (!ThreadController.isDesk(by) && !by.holds(Duty.SECOND_OFFICER)) {
            throw new NotYours();
        }
    }

    @Override
    public void mustFile(Official by, Kind kind) {
        boolean may = kind == Kind.ORDER
                ? by.holds(Duty.MAGISTRATE) || by.holds(Duty.LAWYER)
                : ThreadController.isDesk(by) || by.holds(Duty.MAGISTRATE) || by.holds(Duty.CUSTODIAN);
        if (!may) {
            throw new NotYours();
        }
    }

    static final class NotYours extends RuleBroken {
        NotYours() {
            super("request.not-your-duty", Map.of());
        }
    }
}
