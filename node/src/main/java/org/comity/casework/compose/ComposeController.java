package org.comity.casework.compose;

import java.util.Locale;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.casework.KeptDraft;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which an officer writes the request that opens a thread, one thing a page. */
@Controller
class ComposeController {

    private static final String TO = "to-";
    private static final String NEW = "/requests/new";
    private static final String NAME = "[a-z][a-z-]{0,39}";
    private static final String NEW_OF_LAW = NEW + "/{law:" + NAME + "}";

    /** A path of its own under the draft, e.g. preview, goes before this one; a page that the procedure lacks is refused. */
    private static final String STEP = "{step:" + NAME + "}";

    private final Drafts drafts;
    private final Drills drills;
    private final ReadingCompose reading;
    private final CallingFirst calls;
    private final CaseAccess access;
    private final Words words;

    ComposeController(
            Drafts drafts, Drills drills, ReadingCompose reading, CallingFirst calls, CaseAccess access, Words words) {
        this.drafts = drafts;
        this.drills = drills;
        this.reading = reading;
        this.calls = calls;
        this.access = access;
        this.words = words;
    }

    @GetMapping({NEW, NEW_OF_LAW})
    String start(
            @PathVariable(required = false) String law,
            @RequestParam(defaultValue = "") String to,
            Official by,
            Model model,
            Locale locale) {
        access.mustWrite(by);
        var procedure = reading.begun(law);
        return shown(procedure, reading.start(procedure, to, Language.of(locale)), model);
    }

    @PostMapping({NEW, NEW_OF_LAW})
    String begin(
            @PathVariable(required = false) String law,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale locale) {
        access.mustWrite(by);
        var procedure = reading.begun(law);
        var counterpart = form.getFirst("counterpart");
        if (counterpart == null || !reading.mayBeAsked(procedure, counterpart)) {
            return shown(procedure, reading.unknownState(procedure, form, Language.of(locale)), model);
        }
        var pages = procedure.composition();
        var body = pages.apply(pages.empty(), Composition.STATE, reading.settled(procedure, counterpart, form));
        if (reading.bindsNot(body, counterpart)) {
            return shown(procedure, reading.unbound(procedure, body, form, counterpart, Language.of(locale)), model);
        }
        var draft = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), counterpart, null, body, by);
        drills.mark(draft.id(), DrillTick.in(form), by);
        return "redirect:/drafts/" + draft.id() + "/" + pages.steps().get(1);
    }

    @GetMapping("/drafts/{id}/" + STEP)
    String page(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean check,
            Official by,
            Model model,
            Locale locale) {
        access.mustWrite(by);
        var draft = drafts.get(id);
        var procedure = of(draft, step);
        return shown(procedure, reading.page(procedure, draft, step, check, by, Language.of(locale)), model);
    }

    @PostMapping("/drafts/{id}/" + STEP)
    String save(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam(defaultValue = "continue") String then,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var draft = drafts.get(id);
        var procedure = of(draft, step);
        var composition = procedure.composition();
        var body = composition.apply(draft.body(), step, reading.settled(procedure, draft.counterpart(), form));
        Draft saved = drafts.save(id, version, body, composition.facts(body, draft.facts()), by);
        mark(saved, step, form, by);
        boolean asks = calls.untold(saved) && !calls.untold(draft);
        calls.keep(saved, form, by);
        if (asks && then.equals("continue")) {
            return "redirect:/drafts/" + id + "/" + step + "#" + FormProblems.id(PhoneCalls.AT);
        }
        if (then.startsWith(TO) && reachable(composition, then.substring(TO.length()))) {
            return "redirect:/drafts/" + id + "/" + then.substring(TO.length());
        }
        return switch (then) {
            case "leave" -> {
                redirect.addFlashAttribute("flash", Flash.done("compose.saved"));
                yield "redirect:/requests?view=officers";
            }
            case "preview" -> "redirect:/drafts/" + id + "/preview";
            case "discard" -> {
                drafts.discard(id, by);
                redirect.addFlashAttribute("flash", Flash.done("compose.discarded"));
                yield "redirect:/desk";
            }
            default ->
                !saved.emergency() && composition.holds(saved.readable(), step)
                                || step.equals(Composition.STATE)
                                        && reading.bindsNot(saved.readable(), saved.counterpart())
                        ? "redirect:/drafts/" + id + "/" + step + "?check=true"
                        : "redirect:/drafts/" + id + "/" + next(composition, body, step);
        };
    }

    /** As often as a script likes: what was typed stays, and nothing else happens. */
    @PostMapping(value = "/drafts/{id}/" + STEP, params = "then=keep")
    @ResponseBody
    KeptDraft keep(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Locale locale) {
        access.mustWrite(by);
        var draft = drafts.get(id);
        var procedure = of(draft, step);
        var composition = procedure.composition();
        var body = composition.apply(draft.body(), step, reading.settled(procedure, draft.counterpart(), form));
        var saved = drafts.save(id, version, body, composition.facts(body, draft.facts()), by);
        mark(saved, step, form, by);
        calls.keep(saved, form, by);
        return KeptDraft.of(saved, words, Language.of(locale));
    }

    /** Asked on the first page alone. */
    private void mark(Draft draft, String step, MultiValueMap<String, String> form, Official by) {
        if (step.equals(Composition.STATE)) {
            drills.mark(draft.id(), DrillTick.in(form), by);
        }
    }

    private static boolean reachable(Composition composition, String step) {
        return step.equals("preview") || composition.steps().contains(step);
    }

    private KnownProcedure of(Draft draft, String step) {
        var procedure = reading.of(draft);
        if (!procedure.composition().steps().contains(step)) {
            throw ComposeRefused.unknownProcedure();
        }
        return procedure;
    }

    /** The next page that this request needs; after the last one comes the preview. */
    private static String next(Composition composition, Map<String, Object> body, String step) {
        var needed = composition.steps(body);
        return composition.steps().stream()
                .skip(composition.steps().indexOf(step) + 1L)
                .filter(needed::contains)
                .findFirst()
                .orElse("preview");
    }

    private static String shown(KnownProcedure procedure, ComposeView view, Model model) {
        model.addAttribute("compose", view);
        return procedure.composition().template();
    }
}
