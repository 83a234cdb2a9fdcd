package org.comity.conference.session;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.comity.conference.TypedPaper;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of decisions: all of them, and one with what became of it. */
@Controller
@RequestMapping("/conference/decisions")
class DecisionsController {

    private static final String NUMBER = "/{session:[0-9]{1,3}}/{number:[0-9]{1,3}}";

    private final KeepingDecisions keeping;
    private final ReadingSessions reading;

    DecisionsController(KeepingDecisions keeping, ReadingSessions reading) {
        this.keeping = keeping;
        this.reading = reading;
    }

    @GetMapping
    String all(Official by, Locale language, Model model) {
        model.addAttribute("decisions", reading.decisions(language.getLanguage(), by));
        return "conference/session/decisions";
    }

    @GetMapping(NUMBER)
    ModelAndView one(@PathVariable String session, @PathVariable String number, Official by, Locale language) {
        return page(session + "/" + number, FormProblems.NONE, Map.of(), by, language);
    }

    @PostMapping(NUMBER)
    Object followUp(
            @PathVariable String session,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var whole = session + "/" + number;
        return after(whole, keeping.followUp(whole, new TypedPaper(typed), by), typed, by, language, redirect);
    }

    /** Says it as it was decided, or takes it back. */
    @PostMapping(NUMBER + "/{what:correct|withdraw}")
    Object change(
            @PathVariable String session,
            @PathVariable String number,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var whole = session + "/" + number;
        var paper = new TypedPaper(typed);
        var problems = what.equals("correct") ? keeping.correct(whole, paper, by) : keeping.withdraw(whole, paper, by);
        return after(whole, problems, typed, by, language, redirect);
    }

    @PostMapping(NUMBER + "/{id:[0-9]{1,18}}")
    Object step(
            @PathVariable String session,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var whole = session + "/" + number;
        var problems = keeping.step(whole, id, new TypedPaper(typed), by);
        return after(whole, of(id, problems), of(id, typed), by, language, redirect);
    }

    /** Each follow-up has fields of its own on the page. */
    private static FormProblems of(long id, FormProblems problems) {
        return new FormProblems(problems.all().stream()
                .map(it -> new FormProblems.Problem(it.field() + "-" + id, it.key(), it.facts()))
                .toList());
    }

    private static Map<String, String> of(long id, Map<String, String> typed) {
        return typed.entrySet().stream().collect(Collectors.toMap(it -> it.getKey() + "-" + id, Map.Entry::getValue));
    }

    private Object after(
            String number,
            FormProblems problems,
            Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        if (problems.any()) return page(number, problems, typed, by, language);
        redirect.addFlashAttribute("flash", Flash.done("conference.done"));
        return "redirect:/conference/decisions/" + number;
    }

    private ModelAndView page(
            String number, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        var page = new ModelAndView("conference/session/decision");
        page.addObject(
                "decisions",
                Objects.requireNonNull(reading.decision(number, problems, typed, language.getLanguage(), by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
