package org.comity.conference.session;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.conference.TypedPaper;
import org.comity.ui.CalendarAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of sessions: the list, one session with its agenda, and the desk on which its secretary records. */
@Controller
@RequestMapping("/conference")
class SessionsController {

    private static final String KEY = "/sessions/{key:[a-z0-9][a-z0-9-]{1,39}}";
    private static final Map<String, String> NOTHING = Map.of();

    private final KeepingSessions keeping;
    private final KeepingDecisions deciding;
    private final ReadingSessions reading;
    private final TakingParts taking;
    private final ComingSessions coming;
    private final SessionCalendar calendar;
    private final StrikingLines striking;
    private final SinglePress presses;

    SessionsController(
            KeepingSessions keeping,
            KeepingDecisions deciding,
            ReadingSessions reading,
            TakingParts taking,
            ComingSessions coming,
            SessionCalendar calendar,
            StrikingLines striking,
            SinglePress presses) {
        this.striking = striking;
        this.presses = presses;
        this.taking = taking;
        this.coming = coming;
        this.calendar = calendar;
        this.keeping = keeping;
        this.deciding = deciding;
        this.reading = reading;
    }

    @GetMapping
    String all(Official by, Model model) {
        model.addAttribute("sessions", reading.all(FormProblems.NONE, NOTHING, by));
        model.addAttribute("coming", coming.all(by));
        return "conference/session/sessions";
    }

    @PostMapping("/sessions")
    Object open(@RequestParam Map<String, String> typed, Official by, RedirectAttributes redirect) {
        var problems = keeping.open(new TypedPaper(typed), by);
        if (problems.any()) {
            var page = new ModelAndView("conference/session/sessions");
            page.addObject("sessions", Objects.requireNonNull(reading.all(problems, typed, by)));
            page.addObject("coming", Objects.requireNonNull(coming.all(by)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return done("/conference/sessions/" + new TypedPaper(typed).text("key"), redirect);
    }

    @GetMapping(KEY)
    ModelAndView one(@PathVariable String key, Official by, Locale language) {
        return page("session", key, FormProblems.NONE, NOTHING, by, language);
    }

    @FileDownload
    @GetMapping(KEY + "/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String key, Official by, Locale locale) {
        var language = Language.of(locale);
        var session = reading.one(key, FormProblems.NONE, NOTHING, language.tag(), by);
        return CalendarAnswer.of(key + ".ics", calendar.of(session, language));
    }

    /**
     * What can be recorded: {@code item}, {@code document}, {@code speaker}, {@code statement}, {@code credential},
     * {@code decision}; and {@code heading}, the session's own title, place and days, which can be corrected.
     */
    @GetMapping(KEY + "/{form:item|document|speaker|statement|credential|decision|heading}")
    ModelAndView form(@PathVariable String key, @PathVariable String form, Official by, Locale language) {
        return page(form, key, FormProblems.NONE, NOTHING, by, language);
    }

    @PostMapping(KEY + "/{form:item|speaker|statement|credential|decision|heading}")
    Object record(
            @PathVariable String key,
            @PathVariable String form,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var paper = new TypedPaper(typed);
        if (form.equals("statement")) return statement(key, paper, by, language, redirect);
        var problems = switch (form) {
            case "item" -> keeping.item(key, paper, by);
            case "speaker" -> keeping.speaker(key, paper, by);
            case "credential" -> keeping.credential(key, paper, by);
            case "heading" -> keeping.correct(key, paper, by);
            default -> deciding.record(key, paper, by);
        };
        return problems.any()
                ? page(form, key, problems, typed, by, language)
                : done("/conference/sessions/" + key, redirect);
    }

    /** Pressed twice it is recorded once; what is not taken may be pressed again. */
    private Object statement(String key, TypedPaper paper, Official by, Locale language, RedirectAttributes redirect) {
        try {
            var path = presses.sent(paper.text("once"), () -> {
                var problems = keeping.statement(key, paper, by);
                if (problems.any()) throw new NotTaken(problems);
                return "/conference/sessions/" + key;
            });
            return done(path, redirect);
        } catch (NotTaken it) {
            return page("statement", key, it.problems, paper.typed(), by, language);
        }
    }

    private static final class NotTaken extends RuntimeException {

        private final transient FormProblems problems;

        NotTaken(FormProblems problems) {
            this.problems = problems;
        }
    }

    @PostMapping(KEY + "/credentials/{id:[0-9]{1,18}}/strike")
    Object strike(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = striking.credential(key, id, new TypedPaper(typed), by);
        return problems.any()
                ? page("session", key, problems, typed, by, language)
                : done("/conference/sessions/" + key, redirect);
    }

    @PostMapping(KEY + "/speakers/{id:[0-9]{1,18}}/again")
    String speaksAgain(@PathVariable String key, @PathVariable long id, Official by, RedirectAttributes redirect) {
        var path = "/conference/sessions/" + key;
        if (striking.speaksAgain(key, id, by)) return done(path, redirect);
        redirect.addFlashAttribute("flash", Flash.warned("conference.speaker-withdrawn"));
        return "redirect:" + path;
    }

    @PostMapping(KEY + "/speakers/{id:[0-9]{1,18}}")
    String endsSpeaking(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam boolean spoke,
            Official by,
            RedirectAttributes redirect) {
        keeping.endsSpeaking(key, id, spoke, by);
        return done("/conference/sessions/" + key, redirect);
    }

    @PostMapping(KEY + "/statements/{id:[0-9]{1,18}}/delivered")
    Object delivered(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.delivered(key, id, new TypedPaper(typed), by);
        return problems.any()
                ? page("session", key, problems, typed, by, language)
                : done("/conference/sessions/" + key, redirect);
    }

    /** What came goes into its list as it was sent; what the list does not take stands in its form, to be put right. */
    @PostMapping(KEY + "/parts/{id:[0-9]{1,18}}")
    Object take(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "take") String then,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        if (then.equals("leave")) {
            taking.leave(key, id, by);
            return done("/conference/sessions/" + key, redirect);
        }
        var taken = taking.take(key, id, by);
        return taken.problems().any()
                ? page(taken.form(), key, taken.problems(), taken.typed(), by, language)
                : done("/conference/sessions/" + key, redirect);
    }

    /** Of a session that another node keeps. */
    @PostMapping("/at/{host:" + ParticipantId.FORM + "}/{key:[a-z0-9][a-z0-9-]{1,39}}")
    String send(@PathVariable String host, @PathVariable String key, Official by) {
        return "redirect:" + coming.send(host, key, by);
    }

    private static String done(String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done("conference.done"));
        return "redirect:" + path;
    }

    private ModelAndView page(
            String view, String key, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        var page = new ModelAndView("conference/session/" + (view.equals("session") ? view : "form"));
        page.addObject("form", view);
        if (view.equals("session")) {
            page.addObject("parts", Objects.requireNonNull(taking.open(key, language.getLanguage(), by)));
        }
        page.addObject(
                "session", Objects.requireNonNull(reading.one(key, problems, typed, language.getLanguage(), by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
