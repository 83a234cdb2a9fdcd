package org.comity.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The finished letter, the reminder, and how they went. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/letter", "/requests" + RequestAddress.WHOLE + "/letter"})
class LetterController {

    private static final String PAGE = "paper/letter";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final RecordingAnswer answers;
    private final WritingLetters writing;
    private final ReadingLetters reading;
    private final PostingLetters posting;
    private final Letters letters;
    private final CaseAccess access;

    LetterController(
            RecordingAnswer answers,
            WritingLetters writing,
            ReadingLetters reading,
            PostingLetters posting,
            Letters letters,
            CaseAccess access) {
        this.answers = answers;
        this.writing = writing;
        this.reading = reading;
        this.posting = posting;
        this.letters = letters;
        this.access = access;
    }

    @GetMapping
    String page(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale language) {
        var row = row(reference, by);
        model.addAttribute(
                "letter",
                reading.view(row, act, TypedValues.of(form), FormProblems.NONE, access.mayWrite(by), language));
        return PAGE;
    }

    @FileDownload
    @GetMapping("/{name:letter|reminder}.{format:pdf|docx}")
    ResponseEntity<byte[]> document(
            @AddressedRequest String reference,
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String act,
            Official by) {
        var row = row(reference, by);
        var written =
                name.equals("reminder") ? writing.reminder(row, by) : writing.letter(row, reading.chosen(row, act), by);
        var letter = written.letter();
        var bytes = writing.finished(row, written, format.equals("pdf") ? letters.pdf(letter) : letters.docx(letter));
        var file = "%s-%s.%s".formatted(RequestAddress.fileName(reference), name, format);
        return FileAnswer.saved(file)
                .header(HttpHeaders.CONTENT_TYPE, format.equals("pdf") ? "application/pdf" : DOCX)
                .body(bytes);
    }

    @PostMapping("/sent")
    String sent(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "letter") String what,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = row(reference, by);
        var kind = what.equals("reminder") ? "reminder" : "letter";
        var act = form.getFirst("act");
        var how = PaperArrival.read(TypedValues.of(form));
        var problems = posting.problems(row, kind, act, how);
        if (problems.any()) {
            model.addAttribute("letter", reading.view(row, act, TypedValues.of(form), problems, true, language));
            return PAGE;
        }
        var stands = posting.sent(row, kind, act, how, by);
        redirect.addFlashAttribute(
                "flash",
                stands == null || stands.equals(how.day())
                        ? Flash.done("paper.sent.done")
                        : Flash.warned("paper.sent.stands", "day", stands.toString()));
        return "redirect:/requests/" + reference + "/letter";
    }

    @PostMapping("/received")
    String received(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String receivedDay,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var row = row(reference, by);
        var day = PaperArrival.day(receivedDay);
        var problems = posting.problems(row, act, day);
        if (problems.any()) {
            var typed = new TypedValues(Map.of("receivedDay", List.of(receivedDay)));
            model.addAttribute("letter", reading.view(row, act, typed, problems, true, language));
            return PAGE;
        }
        posting.received(row, act, new PaperArrival(null, day, ""), by);
        redirect.addFlashAttribute("flash", Flash.done("paper.received.done"));
        return "redirect:/requests/" + reference + "/letter";
    }

    private RequestRow row(String reference, Official by) {
        access.mustRecall(by);
        return answers.letters(reference, by);
    }
}
