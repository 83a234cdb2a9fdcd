package org.comity.casework.joint;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.JointCases;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an officer writes down that an authority leaves a joint thread in which we speak for it. */
@Controller
@RequestMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/leaves/{party}")
class LeavingController {

    private final LeavingThroughUs leaving;
    private final CaseAccess access;
    private final JointCases cases;
    private final SinglePress presses;

    LeavingController(LeavingThroughUs leaving, CaseAccess access, JointCases cases, SinglePress presses) {
        this.presses = presses;
        this.leaving = leaving;
        this.access = access;
        this.cases = cases;
    }

    @GetMapping
    String page(
            @PathVariable String thread,
            @PathVariable String party,
            @RequestParam(defaultValue = "") String draft,
            Official by,
            Locale locale,
            Model model) {
        access.mustWrite(by);
        cases.read(thread, by, locale);
        var language = Language.of(locale);
        model.addAttribute(
                "leaving",
                draft.isEmpty()
                        ? leaving.page(thread, party, "", "", "", FormProblems.NONE, language)
                        : leaving.again(thread, party, draft, language));
        return "casework/joint/leaves";
    }

    @PostMapping
    String write(
            @PathVariable String thread,
            @PathVariable String party,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String once,
            Official by,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        cases.read(thread, by, locale);
        var clean = TypedText.clean(text);
        var problems = leaving.problems(channel, clean);
        if (problems.any()) {
            model.addAttribute(
                    "leaving", leaving.page(thread, party, channel, clean, draft, problems, Language.of(locale)));
            return "casework/joint/leaves";
        }
        return presses.sent(once, () -> {
            var written = leaving.write(thread, party, channel, clean, draft, by);
            redirect.addFlashAttribute("flash", Flash.done("joint.submitted"));
            return "redirect:/joint/drafts/" + written.id();
        });
    }
}
