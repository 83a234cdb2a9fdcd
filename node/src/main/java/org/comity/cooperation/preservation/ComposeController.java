package org.comity.cooperation.preservation;

import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which an officer writes a preservation request, one thing a page. */
@Controller
class ComposeController {

    private static final String PAGE = "cooperation/preservation/compose";
    private static final String STEP =
            "{step:state|offence|data|custodian|necessity|follow-up|confidentiality}";

    private final Drafts drafts;
    private final ComposingRequest composing;

    ComposeController(Drafts drafts, ComposingRequest composing) {
        this.drafts = drafts;
        this.composing = composing;
    }

    @GetMapping("/requests/new")
    String start(@RequestParam(defaultValue = "") String to, Official by, Model model, java.util.Locale locale) {
        model.addAttribute("compose", composing.start(to, locale.getLanguage()));
        return PAGE;
    }

    @PostMapping("/requests/new")
    String begin(@RequestParam MultiValueMap<String, String> form, Official by, Model model, java.util.Locale locale) {
        var counterpart = form.getFirst("counterpart");
        if (counterpart == null || !composing.mayBeAsked(counterpart)) {
            model.addAttribute("compose", composing.unknownState(form, locale.getLanguage()));
            return PAGE;
        }
        var body = RequestForm.apply(composing.empty().json(), ComposeStep.STATE, form);
        var draft = drafts.start(
                PreservationProcedure.ID, Step.Kind.REQUEST.type(), Role.REQUESTING, counterpart, null, body, by);
        return "redirect:/drafts/" + draft.id() + "/" + ComposeStep.OFFENCE.path();
    }

    @GetMapping("/drafts/{id}/" + STEP)
    String page(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean check,
            Official by,
            Model model,
            java.util.Locale locale) {
        var draft = drafts.get(id);
        model.addAttribute(
                "compose", composing.page(draft, ComposeStep.of(step).orElseThrow(), check, locale.getLanguage()));
        return PAGE;
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
        var at = ComposeStep.of(step).orElseThrow();
        var body = RequestForm.apply(drafts.get(id).body(), at, form);
        Draft saved = drafts.save(id, version, body, java.util.Map.of(), by);
        return switch (then) {
            case "leave" -> {
                redirect.addFlashAttribute("flash", Flash.done("compose.saved"));
                yield "redirect:/requests?view=drafts";
            }
            case "preview" -> "redirect:/drafts/" + id + "/preview";
            case "discard" -> {
                drafts.discard(id, by);
                redirect.addFlashAttribute("flash", Flash.done("compose.discarded"));
                yield "redirect:/desk";
            }
            default ->
                composing.stays(saved, at)
                        ? "redirect:/drafts/" + id + "/" + step + "?check=true"
                        : "redirect:/drafts/" + id + "/" + at.next();
        };
    }
}
