package org.comity.desk;

import java.util.Locale;
import java.util.Set;
import org.comity.casework.CaseAccess;
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

/** The handover of a shift: written, printed, taken over. */
@Controller
@RequestMapping("/desk/handover")
class HandoverController {

    private final HandingOver handing;
    private final CaseAccess access;
    private final SinglePress presses;

    HandoverController(HandingOver handing, CaseAccess access, SinglePress presses) {
        this.handing = handing;
        this.access = access;
        this.presses = presses;
    }

    @GetMapping
    String page(Official by, Model model, Locale locale) {
        access.mustWrite(by);
        model.addAttribute("handover", handing.view("", FormProblems.NONE, by, Language.of(locale)));
        return "desk/handover";
    }

    @PostMapping
    String write(
            @RequestParam(defaultValue = "") String words,
            @RequestParam String once,
            @RequestParam(defaultValue = "false") boolean empty,
            Official by,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var clean = TypedText.clean(words);
        if (clean.length() > HandingOver.LONGEST_WORDS) {
            model.addAttribute(
                    "handover",
                    handing.view(clean, FormProblems.NONE.with("words", "handover.too-long"), by, Language.of(locale)));
            return "desk/handover";
        }
        if (clean.isBlank() && !empty) {
            var view = handing.view("", FormProblems.NONE, by, Language.of(locale));
            if (view.nothing()) {
                model.addAttribute("handover", view);
                model.addAttribute("asks", true);
                return "desk/handover";
            }
        }
        return presses.once(once, () -> {
            redirect.addFlashAttribute("flash", Flash.done("handover.written"));
            return "redirect:/desk/handover/" + handing.write(clean, by);
        });
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String note(@PathVariable long id, Official by, Model model, Locale locale) {
        access.mustWrite(by);
        model.addAttribute("note", handing.note(id, by, Language.of(locale)));
        return "desk/handovernote";
    }

    @PostMapping("/{id:[0-9]{1,18}}/taken")
    String takeOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<String> read,
            Official by,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        if (!handing.takeOver(id, read, by)) {
            model.addAttribute("note", handing.note(id, by, Language.of(locale)));
            model.addAttribute("read", read);
            model.addAttribute("problems", FormProblems.NONE.with("read", "handover.unread"));
            return "desk/handovernote";
        }
        redirect.addFlashAttribute("flash", Flash.done("handover.taken"));
        return "redirect:/desk";
    }
}
