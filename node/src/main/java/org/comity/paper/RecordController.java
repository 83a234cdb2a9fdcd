package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.TheirNumbers;
import org.comity.procedure.RequestRow;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.ui.TickingAll;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.CutText;
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
    private final TheirNumbers numbers;
    private final SinglePress presses;
    private final PaperLimits limits;
    private final CaseAccess access;

    RecordController(
            RecordingAnswer answers,
            ComparedAnswers compared,
            TheirNumbers numbers,
            SinglePress presses,
            PaperLimits limits,
            CaseAccess access) {
        this.answers = answers;
        this.compared = compared;
        this.numbers = numbers;
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
        show(answers.row(reference, by), type, null, TypedValues.of(form), FormProblems.NONE, model, language);
        return PAGE;
    }

    @GetMapping("/{draft:p[0-9a-f]+}")
    String again(
            @AddressedRequest String reference,
            @PathVariable String draft,
            @RequestParam(required = false) @Nullable String type,
            Official by,
            Model model,
            Locale language) {
        access.mustWrite(by);
        var row = keeping(reference, by);
        var kept = compared.draft(row, draft);
        var said = type == null ? kept.typed().text("type") : type;
        show(row, said, kept, kept.typed(), FormProblems.NONE, model, language);
        return PAGE;
    }

    @FileDownload
    @GetMapping("/{draft:p[0-9a-f]+}/scan")
    ResponseEntity<byte[]> scan(@AddressedRequest String reference, @PathVariable String draft, Official by) {
        access.mustWrite(by);
        var scan = compared.scan(keeping(reference, by), draft);
        return FileAnswer.ofOthers(scan.name(), scan.content());
    }

    @PostMapping({"", "/{draft:p[0-9a-f]+}"})
    String record(
            @AddressedRequest String reference,
            @RequestParam String type,
            @RequestParam String once,
            @PathVariable(required = false) @Nullable String draft,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = answers.row(reference, by);
        var typed = TypedValues.of(form);
        // A press that only ticks choices is no step: nothing may be registered by it.
        if (TickingAll.pressed(form)) {
            show(
                    row,
                    type,
                    draft == null ? null : compared.draft(row, draft),
                    typed,
                    FormProblems.NONE,
                    model,
                    language);
            return PAGE;
        }
        boolean unticked = typed.text(COMPARED).isEmpty();
        var problems = answers.problems(row, type, typed).and(PostedForm.problems(scan, limits));
        if (draft != null && unticked) {
            problems = problems.with(COMPARED, "paper.draft.check-first");
        }
        if (problems.any()) {
            show(row, type, draft == null ? null : compared.draft(row, draft), typed, problems, model, language);
            return PAGE;
        }
        return presses.once(once, () -> {
            if (unticked) {
                answers.mustBeOffered(row, type);
                return "redirect:/requests/" + reference + "/record-act/"
                        + compared.keep(row, typed, PostedForm.scan(scan, limits), by);
            }
            compared.record(row, type, typed, draft, PostedForm.scan(scan, limits), by);
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
        compared.discard(keeping(reference, by), draft, by);
        redirect.addFlashAttribute("flash", Flash.done("paper.draft.discarded"));
        return "redirect:/requests/" + reference;
    }

    /** Their number was read wrongly, or out of another letter; what is registered stays as it came. */
    @PostMapping("/their-number")
    String theirNumber(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String number,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        numbers.correct(
                answers.row(reference, by), CutText.to(TypedText.clean(number), PaperArrival.LONGEST_NUMBER), by);
        redirect.addFlashAttribute("flash", Flash.done("paper.number.done"));
        return "redirect:/requests/" + reference;
    }

    /** What was kept is looked at and thrown away, whatever stands at the other State since. */
    private RequestRow keeping(String reference, Official by) {
        return access.find(reference, by).orElseThrow(() -> PaperRefused.unknown(reference));
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
