package org.comity.implementation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links by which other offices answer: made, taken back, their answers accepted. */
@Controller
@RequestMapping("/assessment/links")
class AssessmentLinksController {

    private final KeepingLinks keeping;
    private final Questionnaire questionnaire;

    AssessmentLinksController(KeepingLinks keeping, Questionnaire questionnaire) {
        this.keeping = keeping;
        this.questionnaire = questionnaire;
    }

    /** @param of an article or a question; which of them are given is ticked on the page */
    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String of, Official by) {
        KeepingAssessment.mustRead(by);
        return form(of, Map.of(), "", FormProblems.NONE);
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") List<String> question,
            @RequestParam Map<String, String> typed,
            Official by) {
        var chosen = new ArrayList<>(question);
        var made = keeping.make(
                chosen,
                typed.getOrDefault("office", ""),
                typed.getOrDefault("askedBy", ""),
                typed.getOrDefault("ends", ""),
                by);
        return form(of, typed, made.token(), made.problems());
    }

    @PostMapping("/{id:[0-9]{1,18}}/take-back")
    String takeBack(@PathVariable long id, Official by, RedirectAttributes redirect) {
        keeping.takeBack(id, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.taken-back"));
        return "redirect:/assessment";
    }

    @PostMapping("/{id:[0-9]{1,18}}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String answered,
            Official by,
            RedirectAttributes redirect) {
        keeping.accept(id, question, answered, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.accepted"));
        return "redirect:/assessment/questions/" + question;
    }

    private ModelAndView form(String of, Map<String, String> typed, String token, FormProblems problems) {
        var article = questionnaire.find(of).map(Question::article).orElse(of);
        var page = new ModelAndView(
                "implementation/link",
                Map.of(
                        "of",
                        of,
                        "questions",
                        questionnaire.of(article),
                        "typed",
                        typed,
                        "token",
                        token,
                        "problems",
                        problems));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
