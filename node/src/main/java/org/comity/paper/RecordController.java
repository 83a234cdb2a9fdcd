package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Record what came: a call, a mail, a letter, a scan. What is registered cannot be taken back, so the page is shown once more
 * before, with the request to which it goes; in an emergency the officer says on the first page that it was compared.
 */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/record-act", "/requests" + RequestAddress.WHOLE + "/record-act"
})
class RecordController {

    private static final String PAGE = "paper/record";
    private static final String COMPARED = "checked";

    private final RecordingAnswer answers;
    private final ComparedAnswers compared;
    private final SinglePress presses;
    private final PaperLimits limits;
    private final CaseAccess access;

    RecordController(
            RecordingAnswer answers,
            ComparedAnswers compared,
            SinglePress presses,
            PaperLimits limits,
            CaseAccess access) {
        this.answers = answers;
        this.compared = compared;
        this.presses = presses;
        this.limits = limits;
        this.access = access;
    }

    @GetMapping
    String page(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale language) {
        access.mustWrite(by);
        var row = answers.row(reference, by);
        if (kept == null) {
            show(row, type, null, TypedValues.of(form), FormProblems.NONE, model, language);
        } else {
            var draft = compared.draft(row, kept);
            show(row, draft.typed().text("type"), draft, draft.typed(), FormProblems.NONE, model, language);
        }
        return PAGE;
    }

    @FileDownload
    @GetMapping("/{draft:p[0-9a-f]+}/scan")
    ResponseEntity<byte[]> scan(@AddressedRequest String reference, @PathVariable String draft, Official by) {
        access.mustWrite(by);
        var scan = compared.scan(answers.row(reference, by), draft);
        return FileAnswer.ofOthers(scan.name(), scan.content());
    }

    @PostMapping
    String record(
            @AddressedRequest String reference,
            @RequestParam String type,
            @RequestParam String once,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = answers.row(reference, by);
        var typed = TypedValues.of(form);
        boolean unticked = typed.text(COMPARED).isEmpty();
        var problems = answers.problems(row, type, typed).and(PostedForm.problems(scan, limits));
        if (kept != null && unticked) {
            problems = problems.with(COMPARED, "paper.draft.check-first");
        }
        if (problems.any()) {
            show(row, type, kept == null ? null : compared.draft(row, kept), typed, problems, model, language);
            return PAGE;
        }
        return presses.once(once, () -> {
            if (unticked) {
                answers.mustBeOffered(row, type);
                return "redirect:/requests/" + reference + "/record-act?kept="
                        + compared.keep(row, typed, PostedForm.scan(scan, limits), by);
            }
            compared.record(row, type, typed, kept, PostedForm.scan(scan, limits), by);
            int uncounted = answers.uncounted(row, type, typed);
            redirect.addFlashAttribute(
                    "flash",
                    uncounted == 0
                            ? Flash.done("paper.recorded")
                            : Flash.warned("paper.recorded.uncounted", "n", Integer.toString(uncounted)));
            return "redirect:/requests/" + reference;
        });
    }

    @PostMapping("/{draft:p[0-9a-f]+}/discarded")
    String discard(
            @AddressedRequest String reference, @PathVariable String draft, Official by, RedirectAttributes redirect) {
        access.mustWrite(by);
        compared.discard(answers.row(reference, by), draft, by);
        redirect.addFlashAttribute("flash", Flash.done("paper.draft.discarded"));
        return "redirect:/requests/" + reference;
    }

    private void show(
            RequestRow row,
            @Nullable String type,
            @Nullable PaperDraft draft,
            TypedValues typed,
            FormProblems problems,
            Model model,
            Locale language) {
        model.addAttribute("record", answers.view(row, type, draft, compared.begun(row), typed, problems, language));
    }
}
