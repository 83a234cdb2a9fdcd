package org.comity.conference.session;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.conference.ConferenceHost;
import org.comity.conference.TypedPaper;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents of sessions: registered under a symbol, added language by language, and given out as they are. */
@Controller
@RequestMapping("/conference")
class PapersController {

    private static final String SESSION = "/sessions/{key:[a-z0-9][a-z0-9-]{1,39}}";
    private static final String PAPER = "/documents/{id:[0-9]{1,18}}";

    private final ConferenceHost host;
    private final KeepingPapers keeping;
    private final ReadingSessions reading;

    PapersController(ConferenceHost host, KeepingPapers keeping, ReadingSessions reading) {
        this.host = host;
        this.keeping = keeping;
        this.reading = reading;
    }

    @PostMapping(SESSION + "/document")
    Object register(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Official by,
            Locale language,
            RedirectAttributes redirect)
            throws IOException {
        var problems = keeping.register(key, new TypedPaper(typed), content(file), by);
        if (!problems.any()) return done("/conference/sessions/" + key, redirect);
        var page = new ModelAndView("conference/session/form");
        page.addObject("form", "document");
        page.addObject(
                "session", Objects.requireNonNull(reading.one(key, problems, typed, language.getLanguage(), by)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping(PAPER)
    ModelAndView paper(@PathVariable long id, Official by) {
        return page(id, FormProblems.NONE, by);
    }

    @PostMapping(PAPER)
    Object add(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Official by,
            RedirectAttributes redirect)
            throws IOException {
        var problems = keeping.add(id, new TypedPaper(typed), content(file), by);
        return problems.any() ? page(id, problems, by) : done("/conference/documents/" + id, redirect);
    }

    @FileDownload
    @GetMapping(PAPER + "/{language:[a-z]{2}}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String language, Official by) {
        var issued = keeping.file(id, language);
        return FileAnswer.saved(keeping.paper(id).named(issued.file()))
                .header(HttpHeaders.CONTENT_TYPE, issued.file().type())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(issued.content());
    }

    private ModelAndView page(long id, FormProblems problems, Official by) {
        var page = new ModelAndView("conference/session/paper");
        page.addObject("paper", Objects.requireNonNull(keeping.paper(id)));
        page.addObject("mayWrite", host.mayWrite(by));
        page.addObject("problems", problems);
        page.setStatus(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private static byte[] content(@Nullable MultipartFile file) throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    private static String done(String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done("conference.done"));
        return "redirect:" + path;
    }
}
