package org.comity.conference.session;

import java.util.Locale;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of statements: those of one item of the agenda, and one with its words. */
@Controller
@RequestMapping("/conference/sessions/{key:[a-z0-9][a-z0-9-]{1,39}}/statements")
class StatementsController {

    private static final String VIEW = "conference/session/statements";

    private final ReadingStatements reading;

    StatementsController(ReadingStatements reading) {
        this.reading = reading;
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
}
