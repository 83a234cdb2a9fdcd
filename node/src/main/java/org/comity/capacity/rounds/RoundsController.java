package org.comity.capacity.rounds;

import java.util.Map;
import org.comity.capacity.KeptList;
import org.comity.capacity.rounds.TellingReasons.NotTold;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which rounds of matching are opened, solved, approved and read. */
@Controller
@RequestMapping("/rounds")
class RoundsController {

    private static final String LIST = "capacity/rounds";

    private final HoldingRounds rounds;
    private final TellingReasons telling;
    private final KeptList kept;

    RoundsController(HoldingRounds rounds, TellingReasons telling, KeptList kept) {
        this.rounds = rounds;
        this.telling = telling;
        this.kept = kept;
    }

    /** Before each of these pages. */
    @ModelAttribute
    void onTheListsNode() {
        kept.mustBeHere();
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("rounds", rounds.all(RoundForm.EMPTY, FormProblems.NONE, by));
        return LIST;
    }

    @PostMapping
    String open(@RequestParam Map<String, String> typed, Official by, Model model, RedirectAttributes redirect) {
        var form = RoundForm.of(typed);
        var problems = form.problems().any() ? form.problems() : opened(form, by);
        if (problems.any()) {
            model.addAttribute("rounds", rounds.all(form, problems, by));
            return LIST;
        }
        redirect.addFlashAttribute("flash", Flash.done("rounds.opened"));
        return "redirect:/rounds/" + form.id();
    }

    /** One of this name leads back to the form, with what was typed. */
    private FormProblems opened(RoundForm form, Official by) {
        try {
            rounds.open(form, by);
            return FormProblems.NONE;
        } catch (RoundNotPossible taken) {
            return FormProblems.NONE.with("id", "error." + taken.code());
        }
    }

    @GetMapping("/{id:[0-9]{4}-[0-9]{1,3}}")
    String one(@PathVariable String id, Official by, Model model) {
        model.addAttribute("round", rounds.one(id, by));
        return "capacity/round";
    }

    @PostMapping("/{id:[0-9]{4}-[0-9]{1,3}}/solve")
    String solve(@PathVariable String id, Official by, RedirectAttributes redirect) {
        rounds.solve(id, by);
        redirect.addFlashAttribute("flash", Flash.done("rounds.solved"));
        return "redirect:/rounds/" + id;
    }

    @PostMapping("/{id:[0-9]{4}-[0-9]{1,3}}/approve")
    String approve(@PathVariable String id, @RequestParam int number, Official by, RedirectAttributes redirect) {
        rounds.approve(id, number, by);
        redirect.addFlashAttribute("flash", Flash.done("rounds.approved"));
        return "redirect:/rounds/" + id;
    }

    @PostMapping("/{id:[0-9]{4}-[0-9]{1,3}}/refuse")
    Object refuse(
            @PathVariable String id,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        return after(rounds.refuse(id, number, why, by), id, Map.of("why", why), "rounds.refused", by, redirect);
    }

    @PostMapping("/{id:[0-9]{4}-[0-9]{1,3}}/end")
    Object end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String because,
            Official by,
            RedirectAttributes redirect) {
        return after(rounds.end(id, because, by), id, Map.of("because", because), "rounds.ended", by, redirect);
    }

    private Object after(
            FormProblems problems,
            String id,
            Map<String, String> typed,
            String done,
            Official by,
            RedirectAttributes redirect) {
        if (problems.any()) {
            var page = new ModelAndView("capacity/round", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("round", rounds.one(id, by));
            page.addObject("problems", problems);
            page.addObject("typed", typed);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.done(done));
        return "redirect:/rounds/" + id;
    }

    @PostMapping("/{id:[0-9]{4}-[0-9]{1,3}}/tell")
    String tell(@PathVariable String id, @RequestParam int number, Official by, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", told(telling.tell(id, number, by)));
        return "redirect:/rounds/" + id;
    }

    /** Not by message, which needs a node: what those with neither node nor seat are to read, to print. */
    @GetMapping("/{id:[0-9]{4}-[0-9]{1,3}}/{number:[1-3]}/letters")
    String letters(@PathVariable String id, @PathVariable int number, Official by, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("letters", telling.letters(id, number, by));
        return "capacity/round-letters";
    }

    static Flash told(NotTold left) {
        var byLetter = String.join(", ", left.byLetter());
        var unknown = String.join(", ", left.unknown());
        var told = Integer.toString(left.told());
        if (!unknown.isEmpty()) {
            return byLetter.isEmpty()
                    ? Flash.warned("rounds.told.unknown", "n", told, "unknown", unknown)
                    : Flash.warned("rounds.told.unknown-left", "n", told, "unknown", unknown, "needs", byLetter);
        }
        return byLetter.isEmpty()
                ? Flash.done("rounds.told.done")
                : Flash.warned("rounds.told.left", "n", told, "needs", byLetter);
    }

    @GetMapping("/{id:[0-9]{4}-[0-9]{1,3}}/{number:[1-3]}/file")
    @FileDownload
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int number, Official by) {
        return FileAnswer.saved("round-%s-%d.json".formatted(id, number))
                .contentType(MediaType.APPLICATION_JSON)
                .body(rounds.file(id, number, by));
    }
}
