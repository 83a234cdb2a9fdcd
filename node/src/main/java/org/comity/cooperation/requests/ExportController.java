package org.comity.cooperation.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.UseLimits.Confirmed;
import org.comity.cooperation.UseLimits.UseLimit;
import org.comity.cooperation.UseLimits;
import org.comity.ui.Language;
import org.comity.ui.Problems;
import org.comity.vocabulary.Official;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.jspecify.annotations.Nullable;

/** The whole thread as one file, for a court or whoever shall check it; where a use limit binds us, within a use that is named. */
@Controller
@RequestMapping("/requests/{reference:[A-Z]{2}-[0-9]{4}-[0-9]{6}}")
class ExportController {

    private static final String PAGE = "cooperation/requests/export";

    private final ExportingThread exporting;
    private final UseLimits limits;
    private final MayRead mayRead;

    ExportController(ExportingThread exporting, UseLimits limits, MayRead mayRead) {
        this.exporting = exporting;
        this.limits = limits;
        this.mayRead = mayRead;
    }

    @GetMapping("/thread.zip")
    @Nullable String thread(@PathVariable String reference, Official by, HttpServletResponse response, Locale locale)
            throws IOException {
        var row = mayRead.row(reference, by);
        if (limits.of(row, language(locale)).filter(UseLimit::binds).isPresent()) {
            return "redirect:/requests/" + reference + "/export";
        }
        write(row, by, response);
        return null;
    }

    @GetMapping("/export")
    String page(@PathVariable String reference, Official by, Model model, Locale locale) {
        var row = mayRead.row(reference, by);
        var limit = limits.of(row, language(locale)).filter(UseLimit::binds);
        if (limit.isEmpty()) {
            return "redirect:/requests/" + reference + "/documents";
        }
        model.addAttribute("export", new ExportView(row, limit.get(), Confirmed.NOT, Problems.NONE));
        return PAGE;
    }

    @PostMapping("/export")
    @Nullable String export(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        var row = mayRead.row(reference, by);
        var limit = limits.of(row, language(locale)).filter(UseLimit::binds);
        var confirmed = new Confirmed(use, words);
        var problems = problems(confirmed);
        if (limit.isPresent() && problems.any()) {
            model.addAttribute("export", new ExportView(row, limit.get(), confirmed, problems));
            return PAGE;
        }
        limits.confirm(row, confirmed, "thread.zip", by);
        write(row, by, response);
        return null;
    }

    private static Problems problems(Confirmed confirmed) {
        var found = confirmed.use().isBlank() ? Problems.NONE.with("use", "use.choose") : Problems.NONE;
        return confirmed.words().isBlank() ? found.with("words", "use.say") : found;
    }

    private void write(RequestRow row, Official by, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(row.reference() + ".zip").build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        exporting.export(row, by, response.getOutputStream());
    }

    private static Language language(Locale locale) {
        return Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
    }
}
