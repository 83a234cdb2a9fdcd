package org.comity.intelligence;

import java.util.Locale;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.TrafficLight;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which what a request names is saved as STIX 2.1. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/indicators", "/requests" + RequestAddress.WHOLE + "/indicators"
})
class SavingController {

    private static final String PAGE = "intelligence/save";
    private static final MediaType STIX = MediaType.parseMediaType("application/stix+json;version=2.1");
    private static final int LONGEST = 500;

    private final SavingIndicators saving;

    SavingController(SavingIndicators saving) {
        this.saving = saving;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model, Locale locale) {
        return shown(reference, "", Confirmed.NOT, FormProblems.NONE, by, model, locale);
    }

    /** The file; or the page once more, with what is wrong. */
    @FileDownload
    @PostMapping
    Object save(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            Model model,
            Locale locale) {
        var within = new Confirmed(use, TypedText.clean(words));
        var view = saving.view(reference, TrafficLight.AMBER, within, by, Language.of(locale));
        var chosen = TrafficLight.of(light);
        var problems = view.bound() ? problems(view, within) : FormProblems.NONE;
        if (chosen.isEmpty()) problems = problems.with("light", "intelligence.save.choose");
        if (problems.any()) return shown(reference, light, within, problems, by, model, locale);
        return FileAnswer.saved("indicators-" + view.row().reference() + ".json")
                .contentType(STIX)
                .body(saving.take(reference, chosen.orElseThrow(), within, by));
    }

    private static FormProblems problems(SavingView view, Confirmed typed) {
        var found = view.limit() != null && typed.use().isBlank()
                ? FormProblems.NONE.with("use", "use.choose")
                : FormProblems.NONE;
        if (typed.words().isBlank()) return found.with("words", "use.say");
        return typed.words().length() > LONGEST ? found.with("words", "use.long") : found;
    }

    private String shown(
            String reference,
            String light,
            Confirmed typed,
            FormProblems problems,
            Official by,
            Model model,
            Locale locale) {
        var view = saving.view(
                reference, TrafficLight.of(light).orElse(TrafficLight.AMBER), typed, by, Language.of(locale));
        model.addAttribute("view", view);
        model.addAttribute(
                "light",
                TrafficLight.of(light)
                        .orElse(SavingIndicators.begins(view.row()))
                        .word());
        model.addAttribute("problems", problems);
        return PAGE;
    }
}
