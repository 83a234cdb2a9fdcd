package org.comity.casework.translations;

import java.util.Objects;
import org.comity.casework.CaseAccess;
import org.comity.casework.ReturnedDrafts;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The translations of the documents of one act. */
@Controller
@RequestMapping("/drafts/{id}/translations")
class TranslationsController {

    private static final String PAGE = "casework/translations/translations";

    private final Translating translating;
    private final CaseAccess access;
    private final ReturnedDrafts returned;

    TranslationsController(Translating translating, CaseAccess access, ReturnedDrafts returned) {
        this.returned = returned;
        this.translating = translating;
        this.access = access;
    }

    @GetMapping
    String page(@PathVariable String id, Official by, Model model) {
        access.mustRead(by);
        return shown(translating.view(id, TypedTranslation.NOTHING, FormProblems.NONE), model);
    }

    @PostMapping
    String record(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var typed = new TypedTranslation(
                text(form, "document"),
                text(form, "language"),
                text(form, "translator"),
                text(form, "due"),
                text(form, "translation"),
                text(form, "certifiedBy"),
                text(form, "certifiedOn"));
        var problems = translating.record(id, typed, by);
        if (problems.any()) {
            return shown(translating.view(id, typed, problems), model);
        }
        redirect.addFlashAttribute("flash", Flash.done("translations.recorded"));
        return "redirect:/drafts/" + id + "/translations";
    }

    private String shown(TranslationsView view, Model model) {
        model.addAttribute("translations", view);
        model.addAttribute("returned", returned.of(view.draft()).orElse(null));
        return PAGE;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return TypedText.clean(Objects.requireNonNullElse(form.getFirst(name), ""));
    }
}
