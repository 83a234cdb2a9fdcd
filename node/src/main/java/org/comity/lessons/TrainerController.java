package org.comity.lessons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.identity.Officials;
import org.comity.identity.PracticeDoor;
import org.comity.lessons.ClassView.Begun;
import org.comity.lessons.ClassView.Learner;
import org.comity.lessons.ClassView.Stuck;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trainer's page of a practice node: where everybody is, one sentence to all, and a lesson from its beginning. */
@Controller
@RequestMapping("/practice/lessons/class")
class TrainerController {

    static final int LONGEST = 300;

    private final PracticeDoor door;
    private final ShippedLessons lessons;
    private final LessonRuns runs;
    private final TickingSteps ticking;
    private final LeadingLesson leading;
    private final Officials officials;

    TrainerController(
            PracticeDoor door,
            ShippedLessons lessons,
            LessonRuns runs,
            TickingSteps ticking,
            LeadingLesson leading,
            Officials officials) {
        this.door = door;
        this.lessons = lessons;
        this.runs = runs;
        this.ticking = ticking;
        this.leading = leading;
        this.officials = officials;
    }

    /** The chair in which no lesson is learnt. */
    static boolean trains(Official by) {
        return by.holds(Duty.ADMINISTRATOR);
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Long before, Official by, Model model) {
        mustTrain(by);
        return shown(leading.told(), before, FormProblems.NONE, model);
    }

    @PostMapping("/told")
    String tell(@RequestParam(defaultValue = "") String words, Official by, Model model, RedirectAttributes redirect) {
        mustTrain(by);
        var clean = TypedText.clean(words);
        if (clean.length() > LONGEST) {
            return shown(
                    clean, null, FormProblems.NONE.tooLong("words", "lessons.told.too-long", LONGEST, clean), model);
        }
        runs.tell(clean, by);
        redirect.addFlashAttribute(
                "flash", Flash.done(clean.isBlank() ? "lessons.told.taken-back" : "lessons.told.done"));
        return "redirect:/practice/lessons/class";
    }

    @PostMapping("/again")
    String again(@RequestParam String run, Official by, RedirectAttributes redirect) {
        mustTrain(by);
        var begun = runs.find(run);
        begun.ifPresent(it -> runs.layBack(it, by));
        redirect.addFlashAttribute(
                "flash",
                begun.map(it -> Flash.done("lessons.again.done", "name", officials.name(it.learner())))
                        .orElseGet(() -> Flash.warned("lessons.again.gone")));
        return "redirect:/practice/lessons/class";
    }

    private String shown(String words, @Nullable Long before, FormProblems problems, Model model) {
        model.addAttribute("view", view(before));
        model.addAttribute("words", words);
        model.addAttribute("problems", problems);
        return "lessons/class";
    }

    private ClassView view(@Nullable Long before) {
        var page = runs.everybody(before);
        var begun = page.runs().stream().flatMap(it -> begun(it).stream()).collect(Collectors.groupingBy(Of::learner));
        var learners = begun.keySet().stream()
                .flatMap(it -> officials.find(it).stream())
                .sorted(Comparator.comparing(TrainerController::chair).thenComparing(Official::name))
                .map(it -> new Learner(it.id(), it.name(), inOrder(begun.getOrDefault(it.id(), List.of()))))
                .toList();
        var stuck = learners.stream()
                .flatMap(it -> it.begun().stream())
                .filter(it -> !it.ended() && !it.over())
                .collect(Collectors.groupingBy(it -> List.of(it.lesson(), it.step()), Collectors.counting()));
        var most = stuck.entrySet().stream()
                .map(it -> new Stuck(
                        it.getKey().getFirst(),
                        it.getKey().getLast(),
                        it.getValue().intValue()))
                .sorted(Comparator.comparing(Stuck::learners)
                        .reversed()
                        .thenComparing(Stuck::lesson)
                        .thenComparing(Stuck::step))
                .toList();
        return new ClassView(learners, most, before != null, page.next());
    }

    private record Of(String learner, Begun begun) {}

    private Optional<Of> begun(LessonRun run) {
        return lessons.find(run.lesson()).map(it -> ticking.soFar(it, run)).map(it -> {
            int of = it.done().size();
            var step = it.ended() ? "" : it.lesson().steps().get(it.next() - 1).key();
            return new Of(
                    run.learner(),
                    new Begun(
                            run.key(),
                            it.lesson().id(),
                            run.begun(),
                            leading.isOver(run),
                            it.next(),
                            of,
                            it.stepsDone(),
                            step));
        });
    }

    private List<Begun> inOrder(List<Of> begun) {
        var all = new ArrayList<Begun>();
        for (var lesson : lessons.all()) {
            begun.stream()
                    .map(Of::begun)
                    .filter(it -> it.lesson().equals(lesson.id()))
                    .forEach(all::add);
        }
        return all;
    }

    private static Duty chair(Official learner) {
        return learner.duties().stream().min(Comparator.naturalOrder()).orElse(Duty.ADMINISTRATOR);
    }

    private void mustTrain(Official by) {
        if (!door.open()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (!trains(by)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
