package org.comity.directory.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.OurEntry;
import org.comity.directory.ProvenDecisions;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our own entry: read as others read it; a new version takes two officers. */
@Controller
@RequestMapping("/directory/us")
class OurEntryController {

    private final Directory directory;
    private final EntryVersions entries;
    private final OurEntry ours;
    private final ProvenDecisions decisions;
    private final Convention law;
    private final Clock clock;

    OurEntryController(
            Directory directory,
            EntryVersions entries,
            OurEntry ours,
            ProvenDecisions decisions,
            Convention law,
            Clock clock) {
        this.decisions = decisions;
        this.directory = directory;
        this.entries = entries;
        this.ours = ours;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "law") String part, Model model, Official by) {
        var us = directory.self();
        var draft = ours.waiting().orElse(null);
        model.addAttribute(
                "ours",
                new OursView(
                        us,
                        OursView.PARTS.contains(part) ? part : "law",
                        entries.versions(us.id()),
                        draft,
                        draft == null ? List.of() : CompareView.decided(ours.entry(), draft.entry()),
                        mayWrite(by),
                        draft == null ? null : act(draft.entry().hash())));
        return "directory/ours";
    }

    @GetMapping("/edit")
    ModelAndView edit() {
        return form(EntryForm.of(directory.self()), FormProblems.NONE, ours.seen(), HttpStatus.OK);
    }

    @PostMapping("/edit")
    Object propose(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            RedirectAttributes redirect) {
        Map<String, String> typed = new TreeMap<>();
        posted.toSingleValueMap().forEach((field, value) -> typed.put(field, value == null ? "" : value));
        posted.getOrDefault("demands", List.of()).forEach(it -> typed.put(it, it));
        posted.forEach((field, values) -> {
            if (field.endsWith(".channels")) {
                typed.put(field, String.join(" ", values));
            }
        });
        var form = new EntryForm(typed);
        if (typed.containsKey("more")) {
            return form(form, FormProblems.NONE, seen, HttpStatus.OK);
        }
        var problems = form.problems(law);
        if (problems.any()) {
            return form(form, problems, seen, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!ours.propose(form.content(directory.self(), law, today), seen, by)) {
            var changed = problems.with("", "directory.us.changed-meanwhile");
            return form(form, changed, ours.seen(), HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("flash", Flash.done("directory.us.proposed"));
        return "redirect:/directory/us";
    }

    @PostMapping("/approve")
    String approve(
            @RequestParam String hash,
            @RequestParam Map<String, String> posted,
            Official by,
            RedirectAttributes redirect) {
        decisions.decide(by, act(hash), posted, () -> ours.approve(hash, by));
        redirect.addFlashAttribute("flash", Flash.done("directory.us.approved"));
        return "redirect:/directory/us";
    }

    @PostMapping("/discard")
    String discard(@RequestParam(defaultValue = "") String hash, Official by, RedirectAttributes redirect) {
        ours.discard(hash, by);
        redirect.addFlashAttribute("flash", Flash.done("directory.us.discarded"));
        return "redirect:/directory/us";
    }

    private static String act(String hash) {
        return ProvenDecisions.act("our-entry", hash);
    }

    private static boolean mayWrite(Official by) {
        return by.holds(Duty.DUTY_OFFICER)
                || by.holds(Duty.SECOND_OFFICER)
                || by.holds(Duty.LAWYER)
                || by.holds(Duty.ADMINISTRATOR);
    }

    private ModelAndView form(EntryForm form, FormProblems problems, String seen, HttpStatus status) {
        var waits = ours.waiting().isPresent();
        return new ModelAndView(
                "directory/edit",
                Map.of("form", form, "law", law, "problems", problems, "seen", seen, "waits", waits),
                status);
    }
}
