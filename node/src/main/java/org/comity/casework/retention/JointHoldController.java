package org.comity.casework.retention;

import java.util.List;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.JointCases;
import org.comity.casework.JointCases.JointCase;
import org.comity.casework.LegalHolds;
import org.comity.ui.Flash;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** While a joint thread is held by law, retention deletes nothing of it here. */
@Controller
@RequestMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/legal-hold")
class JointHoldController {

    private final LegalHolds holds;
    private final JointCases cases;
    private final CaseAccess access;

    JointHoldController(LegalHolds holds, JointCases cases, CaseAccess access) {
        this.holds = holds;
        this.cases = cases;
        this.access = access;
    }

    @PostMapping
    String hold(
            @PathVariable String thread,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Locale locale,
            RedirectAttributes redirect) {
        var found = found(thread, by, locale);
        holds.hold(thread, found.reference(), TypedText.clean(why), by);
        redirect.addFlashAttribute("flash", Flash.done("hold.done"));
        return "redirect:/joint/" + thread + "#retention";
    }

    @PostMapping("/end")
    String end(@PathVariable String thread, Official by, Locale locale, RedirectAttributes redirect) {
        var found = found(thread, by, locale);
        holds.end(thread, found.reference(), by);
        redirect.addFlashAttribute("flash", Flash.done("hold.over"));
        return "redirect:/joint/" + thread + "#retention";
    }

    /** For a lawyer, who may see it. */
    private JointCase found(String thread, Official by, Locale locale) {
        access.mustHoldByLaw(by);
        cases.readsPart(thread, by);
        return cases.of(List.of(thread), by, locale).getFirst();
    }
}
