package org.comity.implementation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.DraftsFromSeats;
import org.comity.casework.PersonInSeat;
import org.comity.convention.Article;
import org.comity.convention.Convention;
import org.comity.implementation.AssessmentSheet.Row;
import org.comity.implementation.AssessmentSheet.WrongRow;
import org.comity.implementation.BroughtSheetView.Fault;
import org.comity.sheet.SheetLimits;
import org.comity.sheet.SheetReading;
import org.comity.sheet.SheetRefused;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pages on which a State without a node makes a need of a gap: from a spreadsheet that was filled in offline, or from one
 * article typed here. What comes is read, answered, and forgotten; only a draft that the person begins stays.
 */
@Controller
@RequestMapping("/seat/gaps")
class SeatGapsController {

    private static final String ARTICLE = "/articles/{number:[0-9]{1,2}}";

    /** Below what a request keeps in memory ({@code file-size-threshold}): of a sheet that is taken no temporary file is made. */
    private static final int LARGEST = 120_000;

    private static final SheetLimits LIMITS = new SheetLimits(LARGEST, 4_000_000, 400, 40, 9_000);

    private final Questionnaire questionnaire;
    private final MakingNeed needs;
    private final DraftsFromSeats drafts;
    private final Convention convention;

    SeatGapsController(Questionnaire questionnaire, MakingNeed needs, DraftsFromSeats drafts, Convention convention) {
        this.questionnaire = questionnaire;
        this.needs = needs;
        this.drafts = drafts;
        this.convention = convention;
    }

    /** Who is there; whoever did not confirm the key yet is as one who is not. */
    @ModelAttribute("person")
    PersonInSeat person(@RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat it) {
        if (it == null) throw AssessmentRefused.unknown();
        return it;
    }

    @GetMapping
    String start(@ModelAttribute("person") PersonInSeat person, Model model) {
        return start(person, FormProblems.NONE, model);
    }

    private String start(PersonInSeat person, FormProblems problems, Model model) {
        var parts = questionnaire.clusters().stream()
                .map(cluster -> new SeatGapsView.Part(
                        cluster,
                        questionnaire.byArticle().keySet().stream()
                                .filter(cluster::holds)
                                .map(this::article)
                                .toList()))
                .toList();
        model.addAttribute(
                "view",
                new SeatGapsView.Start(
                        drafts.offers(person, questionnaire.need("procedure")), parts, LARGEST / 1000, problems));
        return "implementation/gaps/start";
    }

    @FileDownload
    @GetMapping("/sheet.{format:csv|xlsx}")
    ResponseEntity<byte[]> empty(@PathVariable String format, Locale locale) {
        var rows = new AssessmentSheet(questionnaire).rows(Map.of(), Map.of(), locale.getLanguage());
        return file(rows, format);
    }

    private static ResponseEntity<byte[]> file(List<List<String>> rows, String format) {
        boolean csv = format.equals("csv");
        return FileAnswer.saved("assessment." + format)
                .header(HttpHeaders.CONTENT_TYPE, csv ? "text/csv;charset=UTF-8" : AssessmentController.XLSX)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv ? AssessmentSheet.csv(rows) : AssessmentSheet.xlsx(rows));
    }

    @PostMapping("/sheet")
    String bring(
            @ModelAttribute("person") PersonInSeat person,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            var read = new SheetReading(LIMITS).read(file == null ? new byte[0] : file.getBytes());
            if (AssessmentSheet.hasColumns(read) && read.size() <= LIMITS.mostRows() + 1) {
                return found(null, new AssessmentSheet(questionnaire).read(read), person, locale, model);
            }
            return wrong("assess.sheet.unusable", person, response, model);
        } catch (SheetRefused refused) {
            return wrong("error." + refused.code(), person, response, model);
        }
    }

    private String wrong(String why, PersonInSeat person, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return start(person, FormProblems.NONE.with("file", why), model);
    }

    @GetMapping(ARTICLE)
    String article(@PathVariable String number, Model model) {
        return article(number, Map.of(), FormProblems.NONE, model);
    }

    private String article(String number, Map<String, String> typed, FormProblems problems, Model model) {
        var questions = questionnaire.of(number);
        if (questions.isEmpty()) throw AssessmentRefused.unknown();
        model.addAttribute("view", new SeatGapsView.OneArticle(article(number), questions, typed, problems));
        return "implementation/gaps/article";
    }

    /** Gaps are shown, or, where {@code then} asks for it, what was typed goes back as a spreadsheet; nothing is left out. */
    @PostMapping(ARTICLE)
    Object typed(
            @ModelAttribute("person") PersonInSeat person,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String then,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var finding = new FindingGaps(questionnaire);
        var rows = finding.typed(number, typed);
        var problems = problems(rows);
        boolean sheet = then.equals("sheet");
        if (!sheet && !problems.any() && gaps(rows, locale).isEmpty()) {
            problems = problems.with("", "assess.seat.no-gap");
        }
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return article(number, typed, problems, model);
        }
        if (sheet) return file(finding.sheet(rows, number, locale.getLanguage()), "csv");
        return found(number, rows, person, locale, model);
    }

    private static FormProblems problems(List<Row> rows) {
        var problems = FormProblems.NONE;
        for (var row : rows) {
            if (row instanceof WrongRow wrong) {
                boolean mark = !wrong.id().startsWith("Q");
                var choice = wrong.why().contains("choice");
                var field = mark ? (choice ? "challenge" : "help") : wrong.id() + (choice ? ".choice" : ".words");
                problems = problems.with(field, "assess.wrong." + wrong.why());
            }
        }
        return problems;
    }

    private String found(@Nullable String article, List<Row> rows, PersonInSeat person, Locale locale, Model model) {
        var faults = rows.stream()
                .filter(WrongRow.class::isInstance)
                .map(WrongRow.class::cast)
                .map(it -> new Fault(it.row(), it.id(), it.why()))
                .toList();
        model.addAttribute(
                "view",
                new SeatGapsView.Found(
                        article,
                        gaps(rows, locale),
                        faults,
                        drafts.offers(person, questionnaire.need("procedure")),
                        drafts.full(person)));
        return "implementation/gaps/found";
    }

    private List<GapOfState> gaps(List<Row> rows, Locale locale) {
        var language = locale.getLanguage();
        return new FindingGaps(questionnaire)
                .in(rows, language, it -> article(it).title().in(language));
    }

    /** One press: what the gap says is the beginning of a need. */
    @PostMapping("/need")
    String need(
            @ModelAttribute("person") PersonInSeat person,
            @RequestParam String article,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String help) {
        if (questionnaire.of(article).isEmpty()) throw AssessmentRefused.unknown();
        var carried = needs.carried(article, asked, words, challenge, help);
        return "redirect:" + drafts.begin(person, questionnaire.need("procedure"), carried);
    }

    private Article article(String number) {
        var edition = convention.newest(Convention.UNCC).orElseThrow().edition();
        return convention.article(edition, number).orElseThrow(AssessmentRefused::unknown);
    }
}
