package org.comity.casework.assurances;

import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells the desk of assurances that end, and lists them. */
@Controller
class AssurancesEndingController implements DeskNotices {

    private static final String PAGE = "/assurances/ending";

    private final AssurancesEnding ending;
    private final CaseAccess access;

    AssurancesEndingController(AssurancesEnding ending, CaseAccess access) {
        this.ending = ending;
        this.access = access;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.LAWYER)) {
            return List.of();
        }
        var seen = ending.seen(by);
        var key = seen.more() ? "assurances.ends.desk-more" : "assurances.ends.desk";
        return seen.ending().isEmpty()
                ? List.of()
                : List.of(new Notice(key, seen.ending().size(), PAGE));
    }

    @GetMapping(PAGE)
    String list(Official by, Model model) {
        access.mustWrite(by);
        var seen = ending.seen(by);
        model.addAttribute("ending", seen.ending());
        model.addAttribute("more", seen.more());
        return "casework/assurances/ending";
    }
}
