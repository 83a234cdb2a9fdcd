package org.comity.conference.accreditation;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** The pages on which applications of observers are recorded, circulated, objected to and concluded. */
@Controller
@RequestMapping("/conference/observers")
class AccreditationController {

    private static final String ID = "/{id:[0-9]{1,18}}";
    private static final Map<String, String> NOTHING = Map.of();

    private final KeepingAccreditation keeping;
    private final ReadingAccreditation reading;

    AccreditationController(KeepingAccreditation keeping, ReadingAccreditation reading) {
        this.keeping = keeping;
        this.reading = reading;
    }

    @GetMapping
    String all(Official by, Model model) {
        model.addAttribute("applications", reading.all(FormProblems.NONE, NOTHING, by));
        return "conference/accreditation/applications";
    }

    @PostMapping
    Object apply(@RequestParam Map<String, String> typed, Official by, RedirectAttributes redirect) {
        var problems = keeping.apply(new TypedPaper(typed), by);
        if (!problems.any()) return done("/conference/observers", redirect);
        var page = new ModelAndView("conference/accreditation/applications");
        page.addObject("applications", Objects.requireNonNull(reading.all(problems, typed, by)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping(ID)
    ModelAndView one(@PathVariable long id, Official by, Locale language) {
        return page(id, FormProblems.NONE, NOTHING, by, language);
    }

    @PostMapping(ID + "/{step:circulate|withdraw}")
    String step(@PathVariable long id, @PathVariable String step, Official by, RedirectAttributes redirect) {
        if (step.equals("circulate")) keeping.circulate(id, by);
        else keeping.withdraw(id, by);
        return done("/conference/observers/" + id, redirect);
    }

    @PostMapping(ID + "/conclude")
    Object conclude(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.conclude(id, new TypedPaper(typed), by);
        return problems.any() ? page(id, problems, typed, by, language) : done("/conference/observers/" + id, redirect);
    }

    @PostMapping(ID + "/objections")
    Object object(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.object(id, new TypedPaper(typed), by);
        return problems.any() ? page(id, problems, typed, by, language) : done("/conference/observers/" + id, redirect);
    }

    @PostMapping(ID + "/objections/{objection:[0-9]{1,18}}/withdraw")
    String takeBack(@PathVariable long id, @PathVariable long objection, Official by, RedirectAttributes redirect) {
        keeping.takeBack(id, objection, by);
        return done("/conference/observers/" + id, redirect);
    }

    @PostMapping(ID + "/decided")
    Object decided(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.decided(id, new TypedPaper(typed), by);
        return problems.any() ? page(id, problems, typed, by, language) : done("/conference/observers/" + id, redirect);
    }

    private static String done(String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done("conference.done"));
        return "redirect:" + path;
    }

    private ModelAndView page(long id, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        var page = new ModelAndView("conference/accreditation/application");
        page.addObject(
                "application", Objects.requireNonNull(reading.one(id, problems, typed, language.getLanguage(), by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
