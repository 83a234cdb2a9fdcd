package org.comity.casework.joint;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.JointCases;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads the keeper's officer on to a new thread without one of the parties. */
@Controller
class GoingOnController {

    private static final int LONGEST_REASON = 1000;

    private final ContinuingJointThread goingOn;
    private final CaseAccess access;
    private final JointCases cases;

    GoingOnController(ContinuingJointThread goingOn, CaseAccess access, JointCases cases) {
        this.goingOn = goingOn;
        this.access = access;
        this.cases = cases;
    }

    /** Why is on record here; what the others are told stands in the new opening act. */
    @PostMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/without")
    String without(
            @PathVariable String thread,
            @RequestParam String party,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Locale locale,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        cases.read(thread, by, locale);
        var reason = TypedText.clean(why);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) throw JointRefused.field("why");
        goingOn.without(thread, party, reason, by);
        redirect.addAttribute("continues", thread);
        redirect.addAttribute("without", party);
        return "redirect:/joint/new";
    }
}
