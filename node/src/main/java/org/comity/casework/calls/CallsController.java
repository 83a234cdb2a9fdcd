package org.comity.casework.calls;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.calls.CallView.TypedOutcome;
import org.comity.casework.calls.RingBack.Outcome;
import org.comity.procedure.RequestRow;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A call of another State: taken down on one page, then rung back, and joined to its request on another. */
@Controller
@RequestMapping("/calls")
class CallsController {

    private static final String NEW = "casework/calls/new";
    private static final String CALL = "/{id:[0-9]{1,18}}";
    private static final int LONGEST = 600;
    private static final int MOST_PAGES = 10_000;

    private final TakingDownCalls calls;
    private final ReadingCalls reading;
    private final CaseAccess access;
    private final SinglePress presses;
    private final Clock clock;

    CallsController(TakingDownCalls calls, ReadingCalls reading, CaseAccess access, SinglePress presses, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.access = access;
        this.presses = presses;
        this.clock = clock;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "0") int page, Official by, Model model) {
        access.mustWrite(by);
        model.addAttribute("view", reading.all(Math.clamp(page, 0, MOST_PAGES), by));
        return "casework/calls/calls";
    }

    @GetMapping("/new")
    String start(@RequestParam(defaultValue = "") String from, Official by, Model model, Locale language) {
        access.mustWrite(by);
        model.addAttribute("view", reading.taking(reading.begun(from), FormProblems.NONE, language));
        return NEW;
    }

    @PostMapping("/new")
    String take(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam String once,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var typed = TypedCall.posted(form);
        var now = clock.instant();
        var problems = typed.problems(reading.known(), now);
        if (problems.any()) {
            model.addAttribute("view", reading.taking(typed, problems, language));
            return NEW;
        }
        return presses.once(once, () -> {
            redirect.addFlashAttribute("flash", Flash.done("calls.taken"));
            return page(calls.takeDown(typed.call(by, now), by));
        });
    }

    @GetMapping(CALL)
    String call(@PathVariable long id, Official by, Model model) {
        access.mustWrite(by);
        return show(id, TypedOutcome.NOTHING, FormProblems.NONE, by, model);
    }

    @PostMapping(CALL + "/back")
    String back(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String rung,
            @RequestParam(defaultValue = "") String words,
            @RequestParam String once,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var said = TypedText.clean(words);
        var phone =
                reading.view(id, TypedOutcome.NOTHING, FormProblems.NONE, by).phone();
        var number = phone.isBlank() ? TypedText.line(rung) : phone;
        var known = Stream.of(Outcome.values())
                .filter(it -> it.name().equals(outcome))
                .findFirst();
        var problems = phone.isBlank() ? ofNumber(number, calls.call(id, by)) : FormProblems.NONE;
        if (known.isEmpty()) {
            problems = problems.with("outcome", "calls.outcome.missing");
        }
        if (said.length() > LONGEST) {
            problems = problems.tooLong("words", "calls.too-long", LONGEST, said);
        }
        if (problems.any()) {
            return show(id, new TypedOutcome(outcome, rung, said, "", ""), problems, by, model);
        }
        var came = known.orElseThrow();
        return presses.once(once, () -> {
            calls.rungBack(id, number, came, said, by);
            redirect.addFlashAttribute("flash", Flash.done("calls.rung-back"));
            return page(id);
        });
    }

    @PostMapping(CALL + "/link")
    String link(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reference,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var typed = TypedText.line(reference);
        var to = typed.isEmpty()
                ? Optional.<RequestRow>empty()
                : access.find(typed, by).filter(it -> it.ourRole() == Role.REQUESTED);
        if (to.isEmpty()) {
            var problems = FormProblems.NONE.with("reference", "calls.reference.unknown");
            return show(id, new TypedOutcome("", "", "", typed, ""), problems, by, model);
        }
        calls.link(id, to.get(), by);
        redirect.addFlashAttribute("flash", Flash.done("calls.linked"));
        return "redirect:/requests/" + to.get().address() + "#file";
    }

    @PostMapping(CALL + "/settle")
    String settle(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var clean = TypedText.clean(why);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            var problems = clean.isEmpty()
                    ? FormProblems.NONE.with("why", "calls.why.missing")
                    : FormProblems.NONE.tooLong("why", "calls.too-long", LONGEST, clean);
            return show(id, new TypedOutcome("", "", "", "", clean), problems, by, model);
        }
        calls.settle(id, clean, by);
        redirect.addFlashAttribute("flash", Flash.done("calls.settled"));
        return "redirect:/calls";
    }

    private String show(long id, TypedOutcome typed, FormProblems problems, Official by, Model model) {
        model.addAttribute("view", reading.view(id, typed, problems, by));
        return "casework/calls/call";
    }

    private static String page(long id) {
        return "redirect:/calls/" + id;
    }

    /** The directory has none: found elsewhere, and never the one that the caller gave. */
    private static FormProblems ofNumber(String number, KeptCall call) {
        if (digits(number).isEmpty() || number.length() > TypedCall.LONGEST_NUMBER) {
            return FormProblems.NONE.with("rung", "calls.rung.missing");
        }
        return digits(number).equals(digits(call.number()))
                ? FormProblems.NONE.with("rung", "calls.rung.theirs")
                : FormProblems.NONE;
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
