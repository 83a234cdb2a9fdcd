package org.comity.treaty;

import java.util.Locale;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.FileAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The table of the treaty and each State's own page; anybody may read them. */
@Controller
@RequestMapping("/treaty")
class TreatyController {

    private final ReadingTreaty reading;
    private final CurrentOfficial current;

    TreatyController(ReadingTreaty reading, CurrentOfficial current) {
        this.reading = reading;
        this.current = current;
    }

    @GetMapping
    String table(Locale language, Model model) {
        model.addAttribute(
                "treaty",
                reading.table(language.getLanguage(), current.official().orElse(null)));
        return "treaty/table";
    }

    @GetMapping("/states/{code:[A-Z][A-Z0-9-]{1,11}}")
    String state(@PathVariable String code, Locale language, Model model) {
        model.addAttribute(
                "state",
                reading.state(code, language.getLanguage(), current.official().orElse(null)));
        return "treaty/state";
    }

    @GetMapping("/table.csv")
    ResponseEntity<String> csv() {
        return FileAnswer.saved("treaty-actions.csv")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(reading.csv());
    }
}
