package org.comity.casework.emergency;

import java.util.Locale;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.KeptDraft;
import org.comity.procedure.Draft;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One page for who is at risk, what identifies them, the State and our telephone; then it is signed. */
@Controller
@RequestMapping("/emergency")
class EmergencyController {

    /** Before the id of the authority whose number was rung. */
    private static final String NO_ANSWER = "no-answer";

    private static final String PAGE = "casework/emergency/emergency";

    private final WritingEmergency writing;
    private final UnansweredCalls unanswered;
    private final CaseAccess access;
    private final Words words;

    EmergencyController(WritingEmergency writing, UnansweredCalls unanswered, CaseAccess access, Words words) {
        this.words = words;
        this.writing = writing;
        this.unanswered = unanswered;
        this.access = access;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String draft,
            @RequestParam MultiValueMap<String, String> address,
            Official by,
            Model model,
            Locale locale) {
        access.mustWrite(by);
        if (draft.isEmpty()) {
            return shown(TypedEmergency.of(only(address, "to")), FormProblems.NONE, model, locale);
        }
        var kept = writing.draft(draft);
        if (kept.status() != Draft.Status.WRITING) {
            return "redirect:/drafts/" + kept.id() + "/approve";
        }
        var told = writing.kept(kept);
        return shown(told, writing.undialled(told), model, locale);
    }

    @PostMapping
    String told(
            @RequestParam(defaultValue = "sign") String then,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        access.mustWrite(by);
        var told = TypedEmergency.of(form);
        if (then.equals("show")) {
            return shown(told, FormProblems.NONE, model, locale);
        }
        var problems = writing.problems(told);
        boolean rang = then.startsWith(NO_ANSWER);
        boolean saves = (then.equals("save") || rang) && problems.at("to").isEmpty();
        if (problems.any() && !saves) {
            return shown(told, problems, model, locale);
        }
        var draft = writing.save(told, !saves, by);
        if (rang) {
            unanswered.add(draft, then.substring(NO_ANSWER.length()).strip(), by);
            redirect.addFlashAttribute("flash", Flash.done("emergency.unanswered.kept"));
            return "redirect:/emergency?draft=" + draft.id() + "#unanswered";
        }
        if (saves) {
            redirect.addFlashAttribute("flash", Flash.done("emergency.saved"));
            return "redirect:/emergency?draft=" + draft.id();
        }
        return "redirect:/drafts/" + draft.id() + "/approve";
    }

    /** As often as a script likes: what was typed stays once it has a State, and nothing else happens. */
    @PostMapping(params = "then=keep")
    @ResponseBody
    KeptDraft keep(@RequestParam MultiValueMap<String, String> form, Official by, Locale locale) {
        access.mustWrite(by);
        var told = TypedEmergency.of(form);
        var language = Language.of(locale);
        if (writing.problems(told).at("to").isPresent()) {
            return new KeptDraft("", 0, words.say(language, "emergency.not-kept"));
        }
        return writing.keep(told, by)
                .map(it -> KeptDraft.of(it, words, language))
                .orElseGet(() ->
                        new KeptDraft("", told.version(), words.say(language, "emergency.not-kept.another-state")));
    }

    private String shown(TypedEmergency told, FormProblems problems, Model model, Locale locale) {
        var language = Language.of(locale);
        model.addAttribute("emergency", writing.view(told, problems, language));
        model.addAttribute(
                "unanswered",
                unanswered.view(
                        Optional.ofNullable(told.draft()),
                        Optional.of(told.to()).filter(it -> !it.isEmpty())));
        return PAGE;
    }

    private static MultiValueMap<String, String> only(MultiValueMap<String, String> address, String key) {
        var one = new LinkedMultiValueMap<String, String>();
        if (address.containsKey(key)) {
            one.addAll(key, address.get(key));
        }
        return one;
    }
}
