package org.comity.treaty.notice;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.sealing.Letters;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notification kit: each point, its letter, its register. */
@Controller
@RequestMapping("/treaty/notifications")
class NoticesController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final KeepingNotices keeping;
    private final Letters letters;

    NoticesController(KeepingNotices keeping, Letters letters) {
        this.keeping = keeping;
        this.letters = letters;
    }

    @GetMapping
    String points(Official by, Model model) {
        model.addAttribute("notices", keeping.points(by));
        return "treaty/notice/points";
    }

    @GetMapping("/{key:[a-z-]{2,60}}")
    ModelAndView point(@PathVariable String key, Official by, Locale language) {
        return page(key, FormProblems.NONE, Map.of(), by, language);
    }

    @PostMapping("/{key:[a-z-]{2,60}}")
    Object write(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        return after(
                keeping.write(key, told, seen, by),
                key,
                Map.of("told", told, "seen", seen),
                "notices.done.written",
                by,
                language,
                redirect);
    }

    @PostMapping("/{key:[a-z-]{2,60}}/sent")
    Object sent(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            Locale language,
            RedirectAttributes redirect)
            throws IOException {
        var content = scan == null ? new byte[0] : scan.getBytes();
        return after(
                keeping.sent(key, day, channel, content, seen, by),
                key,
                Map.of("day", day, "channel", channel, "seen", seen),
                "notices.done.sent",
                by,
                language,
                redirect);
    }

    @PostMapping("/{key:[a-z-]{2,60}}/closed")
    Object closed(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long letter,
            @RequestParam(defaultValue = "") String number,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        return after(
                keeping.close(key, letter, number, by),
                key,
                Map.of("number", number),
                "notices.done.closed",
                by,
                language,
                redirect);
    }

    @PostMapping("/{key:[a-z-]{2,60}}/ended")
    Object ended(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long letter,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        return after(
                keeping.end(key, letter, why, by),
                key,
                Map.of("why", why),
                "notices.done.ended",
                by,
                language,
                redirect);
    }

    @PostMapping("/{key:[a-z-]{2,60}}/looked")
    String looked(
            @PathVariable String key,
            @RequestParam(defaultValue = "true") boolean applies,
            Official by,
            RedirectAttributes redirect) {
        keeping.looked(key, applies, by);
        redirect.addFlashAttribute("flash", Flash.done("notices.done.looked"));
        return "redirect:/treaty/notifications";
    }

    @FileDownload
    @GetMapping("/{key:[a-z-]{2,60}}/letter.{format:pdf|docx}")
    ResponseEntity<byte[]> letter(
            @PathVariable String key,
            @PathVariable String format,
            @RequestParam(defaultValue = "en") String language,
            Official by) {
        var spoken = Language.of(language).orElse(Language.ENGLISH);
        var told = keeping.point(key, FormProblems.NONE, Map.of(), spoken, by).told();
        var letter = keeping.letter(key, told, spoken, by);
        return file(
                format.equals("pdf") ? "application/pdf" : DOCX,
                "notification-%s.%s".formatted(key, format),
                format.equals("pdf") ? letters.pdf(letter) : letters.docx(letter));
    }

    @FileDownload
    @GetMapping("/{key:[a-z-]{2,60}}/{id:[0-9]{1,18}}/scan")
    ResponseEntity<byte[]> scan(@PathVariable String key, @PathVariable long id, Official by) {
        var scan = keeping.scan(key, id, by);
        return file(scan.type(), "notification-" + key, scan.content());
    }

    private Object after(
            FormProblems problems,
            String key,
            Map<String, String> typed,
            String done,
            Official by,
            Locale language,
            RedirectAttributes redirect) {
        if (problems.any()) {
            return page(key, problems, typed, by, language);
        }
        redirect.addFlashAttribute("flash", Flash.done(done));
        return "redirect:/treaty/notifications/" + key;
    }

    private ModelAndView page(
            String key, FormProblems problems, Map<String, String> typed, Official by, Locale language) {
        var spoken = Language.of(language);
        var page = new ModelAndView("treaty/notice/point");
        page.addObject("notice", Objects.requireNonNull(keeping.point(key, problems, typed, spoken, by)));
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] content) {
        return FileAnswer.saved(name)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
