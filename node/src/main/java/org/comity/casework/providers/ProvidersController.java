package org.comity.casework.providers;

import java.util.Locale;
import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.Language;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an officer notes what each provider keeps. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/providers", "/requests" + RequestAddress.WHOLE + "/providers"})
class ProvidersController {

    private static final String PAGE = "casework/providers/providers";

    private final WritingProviders writing;

    ProvidersController(WritingProviders writing) {
        this.writing = writing;
    }

    @GetMapping
    String show(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable Long part,
            @RequestParam(required = false) @Nullable Integer answered,
            Official by,
            Model model,
            Locale locale) {
        model.addAttribute("view", writing.view(reference, part, answered, by, Language.of(locale)));
        return PAGE;
    }

    @PostMapping
    String put(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable Long part,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        var form = ProviderForm.of(typed);
        if (form.problems().any()) {
            model.addAttribute("view", writing.wrong(reference, part, form, by));
            return PAGE;
        }
        if (part == null) {
            writing.add(reference, form, by);
        } else {
            writing.change(reference, part, version, form, by);
        }
        redirect.addFlashAttribute("flash", Flash.done("providers.kept"));
        return "redirect:/requests/" + reference + "/providers";
    }
}
