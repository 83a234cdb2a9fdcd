package org.comity.implementation.review;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.identity.TwoOfficers;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a review is drawn, and on which one sees how far each State is that takes part. */
@Controller
@RequestMapping("/reviews")
class ReviewsController {

    private static final String LIST = "implementation/review/list";
    private static final String ROUND = "/{round:[0-9]{4}-[0-9]{1,3}}";

    private final DrawingReviews drawing;
    private final ReadingReviews reading;
    private final ReviewSwitch reviews;
    private final CaseAccess access;

    ReviewsController(DrawingReviews drawing, ReadingReviews reading, ReviewSwitch reviews, CaseAccess access) {
        this.drawing = drawing;
        this.reading = reading;
        this.reviews = reviews;
        this.access = access;
    }

    /** Before each of these pages. */
    @ModelAttribute
    void whereReviewsAreHeld() {
        reviews.mustBeOn();
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("reviews", all(DrawForm.EMPTY, FormProblems.NONE, by));
        return LIST;
    }

    @PostMapping
    String commit(@RequestParam Map<String, String> typed, Official by, Model model, RedirectAttributes redirect) {
        var form = DrawForm.of(typed);
        var problems = form.problems(drawing.today());
        if (problems.any()) {
            model.addAttribute("reviews", all(form, problems, by));
            return LIST;
        }
        drawing.commit(form, by);
        redirect.addFlashAttribute("flash", Flash.done("reviews.committed"));
        return "redirect:/reviews/" + form.round();
    }

    @GetMapping(ROUND)
    String one(@PathVariable String round, Official by, Model model) {
        model.addAttribute("review", view(round, by));
        return "implementation/review/one";
    }

    @PostMapping(ROUND + "/draw")
    String draw(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String value,
            Official by,
            RedirectAttributes redirect) {
        drawing.draw(round, value, by);
        redirect.addFlashAttribute("flash", Flash.done("reviews.were-drawn"));
        return "redirect:/reviews/" + round;
    }

    /** The list as it was committed to, for who draws again. */
    @GetMapping(ROUND + "/list")
    @FileDownload
    ResponseEntity<byte[]> file(@PathVariable String round, Official by) {
        return FileAnswer.saved(round + ".csv")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(ReviewDraw.text(drawing.one(round, by).regions()).getBytes(StandardCharsets.UTF_8));
    }

    private ReviewsView all(DrawForm form, FormProblems problems, Official by) {
        var draws = drawing.all(by).stream()
                .map(it -> new ReviewsView.Line(it.round(), it.committedAt(), it.drawn() != null))
                .toList();
        boolean full = draws.size() >= ReviewDrawRows.MOST;
        return new ReviewsView(draws, full, drawing.published(), access.mayWrite(by), form, problems);
    }

    private ReviewView view(String round, Official by) {
        var draw = drawing.one(round, by);
        var today = drawing.today();
        var drawn = draw.drawn();
        boolean dayCame = !today.isBefore(draw.day());
        var all = reading.all(by.id());
        return new ReviewView(
                round,
                ReviewDraw.text(draw.regions()),
                draw.commitment(),
                draw.named(),
                draw.day(),
                draw.committedAt(),
                drawn == null
                        ? null
                        : new ReviewView.DrawnLots(
                                HexFormat.of().formatHex(draw.secret()),
                                drawn.value(),
                                drawn.result(),
                                draw.lots().draw(draw.secret(), drawn.value())),
                dayCame,
                drawn == null
                        && dayCame
                        && TwoOfficers.isSecond(by)
                        && !draw.committedBy().equals(by.id()),
                all.stream()
                        .filter(it -> it.round().equals(round))
                        .map(it -> new ReviewView.TakingPart(it.row(), it.reviewed(), it.readers(), it.past(today)))
                        .toList());
    }
}
