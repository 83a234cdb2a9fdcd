package org.comity.lessons;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.identity.PracticeDoor;
import org.comity.ui.ChoiceCookie;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Practising;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lessons of a practice node: chosen, begun, left, taken up again. Outside practice none of these pages exists. */
@Controller
@RequestMapping("/practice/lessons")
class LessonController {

    private static final String LEFT = "left";
    private static final String PAGE = "/practice/lessons/";

    private final PracticeDoor door;
    private final ShippedLessons lessons;
    private final LessonRuns runs;
    private final TickingSteps ticking;
    private final LeadingLesson leading;
    private final AlteredFiles altered;

    LessonController(
            PracticeDoor door,
            ShippedLessons lessons,
            LessonRuns runs,
            TickingSteps ticking,
            LeadingLesson leading,
            AlteredFiles altered) {
        this.door = door;
        this.lessons = lessons;
        this.runs = runs;
        this.ticking = ticking;
        this.leading = leading;
        this.altered = altered;
    }

    @GetMapping
    String choose(Official by, Model model) {
        practiceOnly();
        var begun = runs.of(by, lessons.all().stream().map(Lesson::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(LessonRun::lesson, it -> it));
        model.addAttribute(
                "lessons",
                lessons.all().stream()
                        .map(it -> view(it, begun.get(it.id()), by, FormProblems.NONE))
                        .toArray(LessonView[]::new));
        model.addAttribute("told", leading.told());
        model.addAttribute("trains", TrainerController.trains(by));
        return "lessons/lessons";
    }

    @GetMapping("/{id}")
    String lesson(
            @PathVariable String id,
            @CookieValue(name = Practising.LESSON_COOKIE, required = false) @Nullable String led,
            Official by,
            Model model) {
        var lesson = lesson(id);
        model.addAttribute("lesson", view(lesson, run(lesson, led, by), by, FormProblems.NONE));
        return "lessons/lesson";
    }

    /** What was begun before stays on record; this one begins at its first step. */
    @PostMapping("/{id}/begin")
    String begin(@PathVariable String id, Official by, HttpServletRequest request, HttpServletResponse response) {
        var lesson = lesson(id);
        if (!by.holds(lesson.chair())) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        lead(leading.cookie(lesson, runs.begin(lesson, by)), request, response);
        return "redirect:" + PAGE + id;
    }

    @PostMapping("/{id}/on")
    String goOn(@PathVariable String id, Official by, HttpServletRequest request, HttpServletResponse response) {
        var lesson = lesson(id);
        own(lesson, by)
                .filter(it -> !leading.isOver(it))
                .ifPresent(it -> lead(leading.cookie(lesson, it.key()), request, response));
        return "redirect:" + PAGE + id;
    }

    /** The browser is led no more; how far it was is on record. */
    @PostMapping("/leave")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        practiceOnly();
        lead(LEFT, request, response);
        return "redirect:/practice/lessons";
    }

    @PostMapping("/{id}/verdict")
    String verdict(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String file,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        var lesson = lesson(id);
        var run = own(lesson, by)
                .filter(it -> !leading.isOver(it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var thread = ticking.soFar(lesson, run).thread();
        if (thread == null || !altered.delivered(thread).contains(file)) {
            var problems = FormProblems.NONE.with("file", "lessons.verdict.choose");
            model.addAttribute("lesson", view(lesson, run, by, problems));
            return "lessons/lesson";
        }
        boolean right = altered.isAltered(thread, file);
        runs.verdict(run, thread, file, right, by);
        redirect.addFlashAttribute(
                "flash",
                right
                        ? Flash.done("lessons.verdict.right", "file", file)
                        : Flash.warned("lessons.verdict.wrong", "file", file));
        return "redirect:" + PAGE + id;
    }

    private static void lead(String value, HttpServletRequest request, HttpServletResponse response) {
        ChoiceCookie.keep(request, response, Practising.LESSON_COOKIE, value);
    }

    /** As this browser is led through it, whoever sits there now; else as this official began it last. */
    private @Nullable LessonRun run(Lesson lesson, @Nullable String led, Official by) {
        return Optional.ofNullable(led)
                .flatMap(Practising.Led::read)
                .flatMap(leading::run)
                .filter(it -> it.lesson().equals(lesson.id()))
                .or(() -> own(lesson, by))
                .orElse(null);
    }

    private Optional<LessonRun> own(Lesson lesson, Official by) {
        return runs.of(by, Set.of(lesson.id())).stream().findFirst();
    }

    private LessonView view(Lesson lesson, @Nullable LessonRun run, Official by, FormProblems problems) {
        boolean learns = by.holds(lesson.chair());
        if (run == null) return LessonView.of(lesson, null, learns, false, List.of(), problems);
        var soFar = ticking.soFar(lesson, run);
        var thread = soFar.thread();
        boolean over = leading.isOver(run);
        boolean asks = run.learner().equals(by.id())
                && !over
                && !soFar.ended()
                && lesson.steps().get(soFar.next() - 1).asksVerdict();
        return LessonView.of(
                lesson, soFar, learns, over, thread != null && asks ? altered.delivered(thread) : List.of(), problems);
    }

    private Lesson lesson(String id) {
        practiceOnly();
        return lessons.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void practiceOnly() {
        if (!door.open()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
