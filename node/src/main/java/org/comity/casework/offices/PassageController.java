package org.comity.casework.offices;

import java.util.Locale;
import org.comity.casework.offices.PassingToOffice.TypedPassage;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
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

/** Passing one request on inside our State, and taking it back. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/offices", "/requests" + RequestAddress.WHOLE + "/offices"})
class PassageController {

    private static final String PAGE = "casework/offices/passages";

    private final PassingToOffice passing;

    PassageController(PassingToOffice passing) {
        this.passing = passing;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model) {
        model.addAttribute("view", passing.view(reference, TypedPassage.NOTHING, FormProblems.NONE, by));
        return PAGE;
    }

    @PostMapping
    String pass(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String aim,
            Official by,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var typed = new TypedPassage(office, TypedText.clean(asked), TypedText.clean(aim));
        var problems = passing.pass(reference, typed, by, Language.of(locale));
        if (problems.any()) {
            model.addAttribute("view", passing.view(reference, typed, problems, by));
            return PAGE;
        }
        redirect.addFlashAttribute("flash", Flash.done("office.passed"));
        return back(reference);
    }

    @PostMapping("/take-back")
    String takeBack(
            @AddressedRequest String reference,
            @RequestParam long passage,
            Official by,
            Locale locale,
            RedirectAttributes redirect) {
        passing.takeBack(reference, passage, by, Language.of(locale));
        redirect.addFlashAttribute("flash", Flash.done("office.taken-back"));
        return back(reference);
    }

    @PostMapping("/noted")
    String noted(@AddressedRequest String reference, Official by) {
        passing.noted(reference, by);
        return back(reference);
    }

    private static String back(String reference) {
        return "redirect:/requests/" + reference + "/offices";
    }
}
