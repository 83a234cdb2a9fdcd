package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Record what came: a call, a mail, a letter, a scan. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/record-act", "/requests" + RequestAddress.WHOLE + "/record-act"
})
class RecordController {

    private static final String PAGE = "paper/record";

    private final RecordingAnswer answers;
    private final SinglePress presses;
    private final PaperLimits limits;
    private final CaseAccess access;

    RecordController(RecordingAnswer answers, SinglePress presses, PaperLimits limits, CaseAccess access) {
        this.answers = answers;
        this.presses = presses;
        this.limits = limits;
        this.access = access;
    }

    @GetMapping
    String page(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale language) {
        access.mustWrite(by);
        var view = answers.view(answers.row(reference, by), type, TypedValues.of(form), FormProblems.NONE, language);
        model.addAttribute("record", view);
        return PAGE;
    }

    @PostMapping
    String record(
            @AddressedRequest String reference,
            @RequestParam String type,
            @RequestParam String once,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = answers.row(reference, by);
        var typed = TypedValues.of(form);
        var problems = answers.problems(row, type, typed).and(PostedForm.problems(scan, limits));
        if (problems.any()) {
            model.addAttribute("record", answers.view(row, type, typed, problems, language));
            return PAGE;
        }
        return presses.once(once, () -> {
            answers.record(row, type, typed, PostedForm.scan(scan, limits), by);
            int uncounted = answers.uncounted(row, type, typed);
            redirect.addFlashAttribute(
                    "flash",
                    uncounted == 0
                            ? Flash.done("paper.recorded")
                            : Flash.warned("paper.recorded.uncounted", "n", Integer.toString(uncounted)));
            return "redirect:/requests/" + reference;
        });
    }
}
