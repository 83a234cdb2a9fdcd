package org.comity.casework.confirmation;

import java.util.List;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.acts.DraftsShown;
import org.comity.identity.ApprovalForm;
import org.comity.identity.Officials;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What went ahead with one officer, and the second officer's word on each. */
@Controller
@RequestMapping("/confirmations")
class ConfirmationController {

    private static final String PAGE = "casework/confirmation/confirmation";

    private final Confirmations confirmations;
    private final DraftsShown reading;
    private final Officials officials;
    private final CaseAccess access;
    private final SinglePress presses;

    ConfirmationController(
            Confirmations confirmations,
            DraftsShown reading,
            Officials officials,
            CaseAccess access,
            SinglePress presses) {
        this.confirmations = confirmations;
        this.reading = reading;
        this.officials = officials;
        this.access = access;
        this.presses = presses;
    }

    @GetMapping
    String list(Official by, Model model) {
        access.mustRead(by);
        model.addAttribute(
                "confirmations",
                new ConfirmationsView(confirmations.awaited(by.id()).stream()
                        .map(it -> new ConfirmationsView.Line(
                                it, officials.name(it.goneAhead()), confirmations.mayDecide(it, by)))
                        .toList()));
        return "casework/confirmation/confirmations";
    }

    @GetMapping("/{act:[0-9a-f]{64}}")
    String one(@PathVariable String act, Official by, Model model) {
        access.mustRead(by);
        return page(confirmations.get(act), "", FormProblems.NONE, by, model);
    }

    @PostMapping("/{act:[0-9a-f]{64}}/confirm")
    String confirm(
            @PathVariable String act,
            @RequestParam String once,
            ApprovalForm form,
            Official by,
            RedirectAttributes redirect) {
        return presses.once(once, () -> {
            var done = confirmations.confirm(act, form.proof(), by);
            redirect.addFlashAttribute("flash", Flash.done("confirmation.confirmed", "reference", done.reference()));
            return "redirect:/confirmations";
        });
    }

    @PostMapping("/{act:[0-9a-f]{64}}/not-confirmed")
    String doNotConfirm(
            @PathVariable String act,
            @RequestParam(defaultValue = "") String words,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        var clean = TypedText.clean(words);
        if (clean.isEmpty() || clean.length() > 2000) {
            access.mustRead(by);
            var problems = FormProblems.NONE.with(
                    "words", clean.isEmpty() ? "confirmation.words-needed" : "confirmation.words-long");
            return page(confirmations.get(act), clean, problems, by, model);
        }
        var done = confirmations.doNotConfirm(act, clean, by);
        redirect.addFlashAttribute("flash", Flash.done("confirmation.not-confirmed", "reference", done.reference()));
        return "redirect:/confirmations";
    }

    private List<String> deciders(Confirmation it) {
        return Stream.of(Duty.values())
                .flatMap(duty -> officials.holding(duty).stream())
                .distinct()
                .filter(official -> confirmations.mayDecide(it, official))
                .filter(official -> access.ofThread(it.thread(), official).isPresent())
                .map(Official::name)
                .toList();
    }

    private String page(Confirmation it, String words, FormProblems problems, Official by, Model model) {
        model.addAttribute(
                "confirmation",
                new ConfirmationView(
                        it,
                        reading.view(it.draft(), by),
                        officials.name(it.submittedBy()),
                        officials.name(it.goneAhead()),
                        officials.name(it.second()),
                        deciders(it),
                        confirmations.mayDecide(it, by),
                        words,
                        problems));
        return PAGE;
    }
}
