package org.comity.capacity.experts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.experts.ExpertEntry.Wanted;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the roster: looked for by everybody who reads requests, kept by who writes them. */
@Controller
@RequestMapping(ExpertsController.PAGE)
class ExpertsController {

    static final String PAGE = "/experts";

    private static final String ONE = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final KeepingExperts experts;

    ExpertsController(KeepingExperts experts) {
        this.experts = experts;
    }

    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Official by,
            Model model) {
        var wanted = new Wanted(
                kind.strip(),
                language.strip(),
                SpokenLanguages.LEVELS.contains(level) ? level : "",
                BodyFields.dayOf(from.strip()),
                BodyFields.dayOf(to.strip()));
        return list(wanted, ExpertForm.EMPTY, FormProblems.NONE, by, model);
    }

    @PostMapping
    String note(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> kinds,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        var form = new ExpertForm(typed, kinds);
        var problems = form.problems(experts.today());
        if (problems.any()) return list(Wanted.NOTHING, form, problems, by, model);
        try {
            var id = experts.note(form, by);
            redirect.addFlashAttribute("flash", Flash.done("experts.noted"));
            return "redirect:" + PAGE + "/" + id;
        } catch (ExpertRefused full) {
            return list(Wanted.NOTHING, form, FormProblems.NONE.with("", "error." + full.code()), by, model);
        }
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, Official by, Model model) {
        model.addAttribute("expert", experts.one(id, by));
        model.addAttribute("today", experts.today());
        return "capacity/experts/one";
    }

    @PostMapping(ONE + "/vetted")
    String vet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String given,
            @RequestParam(defaultValue = "") String until,
            Official by,
            RedirectAttributes redirect) {
        experts.vet(id, given, until, by);
        return back(id, "experts.vetted", redirect);
    }

    @PostMapping(ONE + "/windows")
    String window(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Official by,
            RedirectAttributes redirect) {
        experts.window(id, new ExpertForm(typed, List.of()), by);
        return back(id, "experts.window", redirect);
    }

    @PostMapping(ONE + "/windows/{begins}/gone")
    String noWindow(
            @PathVariable String id,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate begins,
            Official by,
            RedirectAttributes redirect) {
        experts.noWindow(id, begins, by);
        return back(id, "experts.no-window", redirect);
    }

    @PostMapping(ONE + "/renewed")
    String renew(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Official by,
            RedirectAttributes redirect) {
        experts.renew(id, new ExpertForm(typed, List.of()), by);
        return back(id, "experts.renewed", redirect);
    }

    @PostMapping(ONE + "/withdrawn")
    String withdraw(@PathVariable String id, Official by, RedirectAttributes redirect) {
        experts.withdraw(id, by);
        redirect.addFlashAttribute("flash", Flash.done("experts.withdrawn"));
        return "redirect:" + PAGE;
    }

    private static String back(String id, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(done));
        return "redirect:" + PAGE + "/" + id;
    }

    private String list(Wanted wanted, ExpertForm form, FormProblems problems, Official by, Model model) {
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", experts.find(wanted, by));
        model.addAttribute("waiting", experts.waiting(by));
        model.addAttribute("mayKeep", experts.mayKeep(by));
        model.addAttribute("kinds", AssistanceKinds.all().keySet());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "capacity/experts/list";
    }
}
