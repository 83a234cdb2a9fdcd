package org.comity.casework.criminality;

import java.util.Locale;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the lawyer weighs whether the conduct is an offence in both States. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/criminality",
    "/requests" + RequestAddress.WHOLE + "/criminality"
})
class CriminalityController {

    private static final String PAGE = "casework/criminality/criminality";

    private final WeighingCriminality weighing;
    private final Ledger ledger;

    CriminalityController(WeighingCriminality weighing, Ledger ledger) {
        this.weighing = weighing;
        this.ledger = ledger;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model, Locale locale) {
        return shown(
                weighing.view(reference, TypedFinding.NONE, FormProblems.NONE, by, Language.of(locale)), model, by);
    }

    @PostMapping
    String find(
            @AddressedRequest String reference,
            @RequestParam Map<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var found = TypedFinding.of(form);
        var problems = found.problems();
        if (problems.any()) {
            return shown(weighing.view(reference, found, problems, by, Language.of(locale)), model, by);
        }
        weighing.put(reference, found, by, Language.of(locale));
        redirect.addFlashAttribute("flash", Flash.done("criminality.kept"));
        return "redirect:/requests/" + reference + "/criminality";
    }

    /** It shows what the request says, and lines of its file. */
    private String shown(CriminalityView view, Model model, Official by) {
        var row = view.row();
        ledger.record(by, "thread.read", row.thread(), Map.of("reference", row.reference()));
        model.addAttribute("view", view);
        return PAGE;
    }
}
