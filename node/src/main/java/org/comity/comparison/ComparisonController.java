package org.comity.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.comity.comparison.ComparingBlindly.Outcome;
import org.comity.comparison.ComparingBlindly.TypedComparison;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a blind comparison: identifiers are typed, each step becomes a draft, and matches are read. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/comparison", "/requests" + RequestAddress.WHOLE + "/comparison"
})
class ComparisonController {

    private static final String PAGE = "comparison/comparison";

    private final ComparingBlindly comparing;

    ComparisonController(ComparingBlindly comparing) {
        this.comparing = comparing;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model) {
        return shown(reference, TypedComparison.NOTHING, FormProblems.NONE, by, model);
    }

    @PostMapping
    String compare(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String identifiers,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile list,
            Official by,
            Model model)
            throws IOException {
        var typed = new TypedComparison(lines(identifiers, list), TypedText.clean(words));
        return next(reference, typed, comparing.compare(reference, typed, by), by, model);
    }

    @PostMapping("/learn")
    String learn(@AddressedRequest String reference, Official by, Model model) {
        return next(reference, TypedComparison.NOTHING, comparing.learn(reference, by), by, model);
    }

    @PostMapping("/forget")
    String forget(@AddressedRequest String reference, Official by, RedirectAttributes redirect) {
        comparing.forget(reference, by);
        redirect.addFlashAttribute("flash", Flash.done("comparison.forgotten"));
        return "redirect:/requests/" + reference + "/comparison";
    }

    private String next(String reference, TypedComparison typed, Outcome outcome, Official by, Model model) {
        return outcome.problems().any()
                ? shown(reference, typed, outcome.problems(), by, model)
                : "redirect:/requests/" + reference + "/comparison";
    }

    private String shown(String reference, TypedComparison typed, FormProblems problems, Official by, Model model) {
        model.addAttribute("view", comparing.view(reference, typed, problems, by));
        return PAGE;
    }

    /** TypedComparison first, then what stands in the file; a file that is too long is told as a list that is. */
    private static String lines(String typed, @Nullable MultipartFile list) throws IOException {
        if (list == null || list.isEmpty()) return typed;
        if (list.getSize() > ComparingBlindly.LONGEST_LIST) return " ".repeat(ComparingBlindly.LONGEST_LIST + 1);
        return typed + "\n" + new String(list.getBytes(), StandardCharsets.UTF_8);
    }
}
