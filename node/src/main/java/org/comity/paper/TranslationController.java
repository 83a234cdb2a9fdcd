package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the translation of a letter stands, and the certified translation itself. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/letter/translation",
    "/requests" + RequestAddress.WHOLE + "/letter/translation"
})
class TranslationController {

    private final RecordingAnswer answers;
    private final WritingLetters writing;
    private final ReadingLetters reading;
    private final TranslatingLetters translating;
    private final PaperLimits limits;
    private final CaseAccess access;

    TranslationController(
            RecordingAnswer answers,
            WritingLetters writing,
            ReadingLetters reading,
            TranslatingLetters translating,
            PaperLimits limits,
            CaseAccess access) {
        this.answers = answers;
        this.writing = writing;
        this.reading = reading;
        this.translating = translating;
        this.limits = limits;
        this.access = access;
    }

    @FileDownload
    @GetMapping
    ResponseEntity<byte[]> file(
            @AddressedRequest String reference,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable Long before,
            Official by) {
        var scan = translating.file(row(reference, by), act, before).orElseThrow(() -> PaperRefused.unknown(act));
        return FileAnswer.saved(RequestAddress.fileName(reference) + "-" + scan.name())
                .header(HttpHeaders.CONTENT_TYPE, scan.mediaType())
                .body(scan.content());
    }

    @PostMapping
    String record(
            @AddressedRequest String reference,
            @RequestParam String act,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = row(reference, by);
        writing.mustBeLetter(row, act);
        var typed = TypedValues.of(form);
        var left = writing.left(row, act);
        boolean file = scan != null && !scan.isEmpty();
        var problems = translating
                .problems(row, typed)
                .and(PostedForm.problems(scan, limits))
                .and(left.map(it -> translating.problems(act, it, typed, file, by))
                        .orElse(FormProblems.NONE));
        if (problems.any()) {
            model.addAttribute("letter", reading.view(row, act, typed, problems, true, language));
            return "paper/letter";
        }
        translating.record(row, act, typed, PostedForm.scan(scan, limits), by);
        var said = left.isPresent() ? "paper.translation.done.posted" : "paper.translation.done";
        redirect.addFlashAttribute("flash", Flash.done(said));
        return "redirect:/requests/" + reference + "/letter?act=" + act;
    }

    private RequestRow row(String reference, Official by) {
        access.mustRecall(by);
        return answers.letters(reference, by);
    }
}
