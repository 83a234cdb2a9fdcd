package org.comity.implementation;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The self-assessment of our State: overview, article, question, spreadsheet. */
@Controller
@RequestMapping("/assessment")
class AssessmentController {

    private static final String QUESTION = "/questions/{id:Q[0-9]{2}[.][0-9]{1,2}}";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final KeepingAssessment keeping;
    private final ReadingAssessment reading;
    private final MakingNeed needs;
    private final MakingPractice practices;
    private final HeldReviews reviews;

    AssessmentController(
            KeepingAssessment keeping,
            ReadingAssessment reading,
            MakingNeed needs,
            MakingPractice practices,
            HeldReviews reviews) {
        this.keeping = keeping;
        this.reading = reading;
        this.needs = needs;
        this.practices = practices;
        this.reviews = reviews;
    }

    @GetMapping
    String whole(Official by, Model model) {
        model.addAttribute("assessment", reading.whole(by));
        model.addAttribute("reviews", reviews.on());
        return "implementation/whole";
    }

    @PostMapping("/rounds")
    String next(@RequestParam(defaultValue = "0") long after, Official by, RedirectAttributes redirect) {
        keeping.next(after, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.round"));
        return "redirect:/assessment";
    }

    @GetMapping("/articles/{number:[0-9]{1,2}}")
    ModelAndView article(@PathVariable String number, Official by) {
        return article(number, Map.of(), FormProblems.NONE, by);
    }

    @PostMapping("/articles/{number:[0-9]{1,2}}")
    Object mark(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Official by,
            RedirectAttributes redirect) {
        var problems = keeping.mark(number, typed, by);
        if (problems.any()) {
            return article(number, typed, problems, by);
        }
        redirect.addFlashAttribute("flash", Flash.done("assess.done.mark"));
        return "redirect:/assessment/articles/" + number;
    }

    @PostMapping("/articles/{number:[0-9]{1,2}}/practice")
    String practice(@PathVariable String number, Official by) {
        return "redirect:" + practices.begin(number, by);
    }

    @GetMapping(QUESTION)
    ModelAndView question(@PathVariable String id, Official by) {
        return question(id, Map.of(), FormProblems.NONE, by);
    }

    @PostMapping(QUESTION)
    Object answer(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Official by,
            RedirectAttributes redirect) {
        var problems = keeping.answer(id, typed, by);
        if (problems.any()) {
            return question(id, typed, problems, by);
        }
        redirect.addFlashAttribute("flash", Flash.done("assess.done.answer", "id", id));
        var next = reading.question(id, Map.of(), FormProblems.NONE, by).next();
        return "redirect:/assessment/questions/" + Objects.requireNonNullElse(next, id);
    }

    @PostMapping(QUESTION + "/still")
    String still(@PathVariable String id, Official by, RedirectAttributes redirect) {
        keeping.still(id, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.still", "id", id));
        return "redirect:/assessment/questions/" + id;
    }

    @PostMapping(QUESTION + "/evidence")
    String evidence(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Official by,
            RedirectAttributes redirect)
            throws IOException {
        var content = file == null ? new byte[0] : file.getBytes();
        var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        keeping.evidence(id, name, content, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.evidence"));
        return "redirect:/assessment/questions/" + id;
    }

    @PostMapping(QUESTION + "/need")
    String need(@PathVariable String id, Official by) {
        return "redirect:" + needs.begin(id, by);
    }

    @FileDownload
    @GetMapping("/sheet.{format:csv|xlsx}")
    ResponseEntity<byte[]> sheet(@PathVariable String format, Official by, Locale language) {
        List<List<String>> rows = reading.rows(language.getLanguage(), by);
        boolean csv = format.equals("csv");
        return FileAnswer.saved("assessment." + format)
                .header(HttpHeaders.CONTENT_TYPE, csv ? "text/csv;charset=UTF-8" : XLSX)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv ? AssessmentSheet.csv(rows) : AssessmentSheet.xlsx(rows));
    }

    @PostMapping("/sheet")
    String bring(@RequestParam(required = false) @Nullable MultipartFile file, Official by) throws IOException {
        return "redirect:/assessment/sheet/" + keeping.keepSheet(file == null ? new byte[0] : file.getBytes(), by);
    }

    @GetMapping("/sheet/{id:a[0-9a-f]+}")
    String look(@PathVariable String id, Official by, Model model) {
        model.addAttribute("sheet", reading.sheet(id, by));
        return "implementation/sheet";
    }

    @PostMapping("/sheet/{id:a[0-9a-f]+}")
    String take(@PathVariable String id, Official by, RedirectAttributes redirect) {
        int taken = keeping.take(id, by);
        redirect.addFlashAttribute("flash", Flash.done("assess.done.sheet", "n", Integer.toString(taken)));
        return "redirect:/assessment";
    }

    private ModelAndView article(String number, Map<String, String> typed, FormProblems problems, Official by) {
        var page = new ModelAndView(
                "implementation/article", Map.of("view", reading.article(number, typed, problems, by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private ModelAndView question(String id, Map<String, String> typed, FormProblems problems, Official by) {
        var page =
                new ModelAndView("implementation/question", Map.of("view", reading.question(id, typed, problems, by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
