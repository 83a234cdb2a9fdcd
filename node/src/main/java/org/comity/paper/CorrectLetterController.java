package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an officer corrects how a letter went, or says that it will not be posted. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/letter/correct",
    "/requests" + RequestAddress.WHOLE + "/letter/correct"
})
class CorrectLetterController {

    private static final String PAGE = "paper/correct";

    private final RecordingAnswer answers;
    private final ReadingLetters reading;
    private final CorrectingLetters correcting;
    private final CaseAccess access;

    CorrectLetterController(
            RecordingAnswer answers, ReadingLetters reading, CorrectingLetters correcting, CaseAccess access) {
        this.answers = answers;
        this.reading = reading;
        this.correcting = correcting;
        this.access = access;
    }

    @GetMapping
    String page(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String act,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale language) {
        var row = row(reference, by);
        return shown(row, correcting.letter(row, act), TypedValues.of(form), FormProblems.NONE, model, language);
    }

    /** @param then {@code not-left} or {@code not-posted}; empty: it left as the form says */
    @PostMapping
    String correct(
            @AddressedRequest String reference,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String why,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        var row = row(reference, by);
        var letter = correcting.letter(row, act);
        var typed = TypedValues.of(form);
        var how = PaperArrival.read(typed);
        var received = PaperArrival.day(typed.text("receivedDay"));
        var problems = then.isEmpty() ? correcting.problems(row, act, how, received, why) : correcting.problems(why);
        if (problems.any()) {
            return shown(row, letter, typed, problems, model, language);
        }
        switch (then) {
            case "not-posted" -> correcting.notPosted(row, act, why, by);
            case "not-left" -> correcting.notLeft(row, act, why, by);
            case "" -> correcting.correct(row, act, how, received, why, by);
            default -> throw PaperRefused.unknown(then);
        }
        redirect.addFlashAttribute("flash", Flash.done("paper.correct.done"));
        return "redirect:/requests/" + reference + "/letter";
    }

    private String shown(
            RequestRow row, Dispatch letter, TypedValues typed, FormProblems problems, Model model, Locale language) {
        model.addAttribute("letter", reading.correcting(row, letter, typed, problems, language));
        return PAGE;
    }

    private RequestRow row(String reference, Official by) {
        access.mustWrite(by);
        return answers.letters(reference, by);
    }
}
