package org.comity.conference.session;

import java.util.Locale;
import java.util.Map;
import org.comity.conference.TypedPaper;
import org.comity.ui.Flash;
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

/** The pages of statements: those of one item of the agenda, and one with its words. */
@Controller
@RequestMapping("/conference/sessions/{key:[a-z0-9][a-z0-9-]{1,39}}/statements")
class StatementsController {

    private static final String VIEW = "conference/session/statements";

    private final ReadingStatements reading;
    private final StrikingLines striking;

    StatementsController(ReadingStatements reading, StrikingLines striking) {
        this.reading = reading;
        this.striking = striking;
    }

    @GetMapping
    String ofItem(
            @PathVariable String key,
            @RequestParam(defaultValue = "1") int item,
            @RequestParam(defaultValue = "0") long after,
            Official by,
            Locale language,
            Model model) {
        model.addAttribute("view", reading.ofItem(key, item, after, language.getLanguage(), by));
        model.addAttribute("whole", false);
        return VIEW;
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable String key, @PathVariable long id, Official by, Locale language, Model model) {
        model.addAttribute("view", reading.one(key, id, language.getLanguage(), by));
        model.addAttribute("whole", true);
        return VIEW;
    }

    @PostMapping("/{id:[0-9]{1,18}}/strike")
    Object strike(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var form = new TypedPaper(typed);
        var problems = striking.statement(key, id, form, by);
        if (problems.any()) {
            var page = new ModelAndView(VIEW);
            page.addObject(
                    "view", reading.one(key, id, language.getLanguage(), by).again(problems, form.text("why")));
            page.addObject("whole", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.done("conference.done"));
        return "redirect:/conference/sessions/" + key;
    }
}
