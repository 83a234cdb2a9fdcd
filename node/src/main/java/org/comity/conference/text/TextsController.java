package org.comity.conference.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpHeaders;
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

/** The pages of texts: the list, a version with its comments, the next version, and two versions beside each other. */
@Controller
@RequestMapping("/conference/texts")
class TextsController {

    private static final String KEY = "/{key:[a-z][a-z0-9-]{1,39}}";
    private static final String VERSION = KEY + "/{n:[1-9][0-9]?}";
    private static final String PARAGRAPH = VERSION + "/{paragraph:[1-9][0-9]{0,3}}";
    private static final Map<String, String> NOTHING = Map.of();

    private final KeepingTexts keeping;
    private final ReadingTexts reading;

    TextsController(KeepingTexts keeping, ReadingTexts reading) {
        this.keeping = keeping;
        this.reading = reading;
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("texts", reading.all(FormProblems.NONE, NOTHING, by));
        return "conference/text/texts";
    }

    @PostMapping
    Object open(@RequestParam Map<String, String> typed, Official by, RedirectAttributes redirect) {
        var problems = keeping.open(new TextForm(typed), by);
        if (problems.any()) {
            var page = new ModelAndView("conference/text/texts");
            page.addObject("texts", Objects.requireNonNull(reading.all(problems, typed, by)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return after("/conference/texts/" + new TextForm(typed).text("key"), "texts.done.opened", redirect);
    }

    @GetMapping(KEY)
    ModelAndView newest(@PathVariable String key, Official by, Locale language) {
        return page(key, 0, FormProblems.NONE, NOTHING, by, language);
    }

    @GetMapping(VERSION)
    ModelAndView version(@PathVariable String key, @PathVariable int n, Official by, Locale language) {
        return page(key, n, FormProblems.NONE, NOTHING, by, language);
    }

    @GetMapping(KEY + "/next")
    ModelAndView next(@PathVariable String key, Official by, Locale language) {
        return nextPage(key, FormProblems.NONE, NOTHING, by, language);
    }

    @PostMapping(KEY + "/next")
    Object make(
            @PathVariable String key,
            @RequestParam int after,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.version(key, after, new TextForm(typed), by);
        return problems.any()
                ? nextPage(key, problems, typed, by, language)
                : after("/conference/texts/" + key, "texts.done.version", redirect);
    }

    @GetMapping(KEY + "/compare")
    String compare(@PathVariable String key, @RequestParam int from, @RequestParam int to, Model model) {
        model.addAttribute("compared", reading.compare(key, from, to));
        return "conference/text/compare";
    }

    @GetMapping(PARAGRAPH)
    ModelAndView paragraph(
            @PathVariable String key,
            @PathVariable int n,
            @PathVariable int paragraph,
            @RequestParam(defaultValue = "0") int from,
            Official by,
            Locale language) {
        return paragraphPage(key, n, paragraph, from, FormProblems.NONE, NOTHING, by, language);
    }

    @PostMapping(PARAGRAPH + "/status")
    Object status(
            @PathVariable String key,
            @PathVariable int n,
            @PathVariable int paragraph,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.status(key, n, paragraph, status, why, by);
        return problems.any()
                ? mended(key, n, paragraph, problems, Map.of("status", status, "why", why), by, language)
                : after("/conference/texts/" + key, "texts.done.status", redirect);
    }

    @PostMapping(PARAGRAPH + "/comments")
    Object comment(
            @PathVariable String key,
            @PathVariable int n,
            @PathVariable int paragraph,
            @RequestParam Map<String, String> typed,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.comment(key, n, paragraph, new TextForm(typed), by);
        return problems.any()
                ? mended(key, n, paragraph, problems, typed, by, language)
                : after("/conference/texts/" + key, "texts.done.comment", redirect);
    }

    @PostMapping(KEY + "/comments/{id:[0-9]{1,18}}/answer")
    String answer(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        keeping.answer(key, id, answer, why, by);
        return after("/conference/texts/" + key, "texts.done.answer", redirect);
    }

    @PostMapping(KEY + "/sponsors")
    Object sponsor(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String sponsor,
            @RequestParam(defaultValue = "true") boolean joins,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        var problems = keeping.sponsor(key, sponsor, joins, by);
        return problems.any()
                ? page(key, 0, problems, Map.of("sponsor", sponsor), by, language)
                : after("/conference/texts/" + key, "texts.done.sponsor", redirect);
    }

    @FileDownload
    @GetMapping(VERSION + "/akoma-ntoso.xml")
    ResponseEntity<byte[]> akomaNtoso(@PathVariable String key, @PathVariable int n, Official by) {
        return FileAnswer.saved("%s-%d.akn.xml".formatted(key, n))
                .header(HttpHeaders.CONTENT_TYPE, "application/xml")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(reading.akomaNtoso(key, n, "en", by).getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String path, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(done));
        return "redirect:" + path;
    }

    private ModelAndView page(
            String key, int n, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        return shown("conference/text/text", key, n, problems, typed, by, language);
    }

    private ModelAndView nextPage(
            String key, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        return shown("conference/text/next", key, 0, problems, typed, by, language);
    }

    /** With what was typed, in the newest version if that has the paragraph. */
    private ModelAndView mended(
            String key,
            int n,
            int paragraph,
            FormProblems problems,
            Map<String, String> typed,
            Official by,
            Locale language) {
        boolean newer = problems.all().stream().anyMatch(it -> it.key().equals(TextView.NEWER));
        return paragraphPage(key, newer ? 0 : n, paragraph, 0, problems, typed, by, language);
    }

    private ModelAndView paragraphPage(
            String key,
            int n,
            int paragraph,
            int from,
            FormProblems problems,
            Map<String, String> typed,
            Official by,
            Locale language) {
        var page = shown("conference/text/paragraph", key, n, problems, typed, by, language);
        var text = (TextView) Objects.requireNonNull(page.getModel().get("text"));
        page.addObject("chosen", Objects.requireNonNull(reading.paragraph(text, paragraph, from)));
        page.addObject("from", Math.max(0, from));
        return page;
    }

    private ModelAndView shown(
            String view,
            String key,
            int n,
            FormProblems problems,
            Map<String, String> typed,
            Official by,
            Locale language) {
        var page = new ModelAndView(view);
        page.addObject(
                "text", Objects.requireNonNull(reading.one(key, n, problems, typed, language.getLanguage(), by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
