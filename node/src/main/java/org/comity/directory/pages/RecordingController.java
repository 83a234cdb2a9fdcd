package org.comity.directory.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A counterpart without a node is written down here, and changed here. */
@Controller
@RequestMapping("/directory/record")
class RecordingController {

    private final Directory directory;
    private final EntryVersions entries;
    private final Clock clock;

    RecordingController(Directory directory, EntryVersions entries, Clock clock) {
        this.directory = directory;
        this.entries = entries;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String id, Locale locale) {
        var form = directory
                .find(id)
                .filter(it -> !it.hasNode())
                .map(it -> CounterpartForm.of(it, locale.getLanguage()))
                .orElseGet(() -> new CounterpartForm(Map.of()));
        return form(form, FormProblems.NONE, HttpStatus.OK);
    }

    @PostMapping
    Object record(@RequestParam Map<String, String> typed, Official by, Locale locale, RedirectAttributes redirect) {
        var form = new CounterpartForm(typed);
        var problems = form.problems();
        if (problems.any()) {
            return form(form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var known = directory.find(form.value("id")).orElse(null);
        var entry = form.entry(
                directory.network(), locale.getLanguage(), known, now, LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (!entries.record(entry, form.seen(), by)) {
            var stands = directory.get(form.value("id"));
            var again = form.known() ? form.seeing(stands) : form;
            return form(again, form.overtaken(stands, locale.getLanguage()), HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("flash", Flash.done("directory.record.done", "id", form.value("id")));
        return "redirect:/directory/" + form.value("id");
    }

    private static ModelAndView form(CounterpartForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("directory/record", Map.of("form", form, "problems", problems), status);
    }
}
