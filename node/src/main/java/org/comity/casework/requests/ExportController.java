package org.comity.casework.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.comity.casework.RequestExport;
import org.comity.casework.RequestExport.Part;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.procedure.UseLimits.UseLimit;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** What is taken away of a request, whole or by the piece; where a use limit binds us, within a use that is named. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class ExportController {

    private static final int LONGEST = 500;
    private static final String PAGE = "casework/requests/export";

    /** Shown in the browser where the node made them itself; what the other State made is downloaded. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "application/json");

    private final RequestExport taking;
    private final UseLimits limits;
    private final CaseAccessByDuty access;
    private final Procedures procedures;

    ExportController(RequestExport taking, UseLimits limits, CaseAccessByDuty access, Procedures procedures) {
        this.taking = taking;
        this.limits = limits;
        this.access = access;
        this.procedures = procedures;
    }

    @FileDownload
    @GetMapping("/thread.zip")
    @Nullable
    String thread(@AddressedRequest String reference, Official by, HttpServletResponse response, Locale locale)
            throws IOException {
        return leave(reference, RequestExport.THREAD, by, response, locale);
    }

    @FileDownload
    @GetMapping("/acts/{act:[0-9a-f]{64}}/{name:act\\.asice|act\\.pdf|act\\.json}")
    @Nullable
    String document(
            @AddressedRequest String reference,
            @PathVariable String act,
            @PathVariable String name,
            Official by,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        return leave(reference, "acts/" + act + "/" + name, by, response, locale);
    }

    @FileDownload
    @GetMapping("/acts/{act:[0-9a-f]{64}}/files/{name}")
    @Nullable
    String attachment(
            @AddressedRequest String reference,
            @PathVariable String act,
            @PathVariable String name,
            Official by,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        return leave(reference, "acts/" + act + "/files/" + name, by, response, locale);
    }

    private @Nullable String leave(
            String reference, String what, Official by, HttpServletResponse response, Locale locale)
            throws IOException {
        if (binding(access.row(reference, by), locale) != null) {
            return "redirect:/requests/" + reference + "/export?what=" + UriUtils.encode(what, StandardCharsets.UTF_8);
        }
        write(taking.take(reference, what, Confirmed.NOT, by), response);
        return null;
    }

    @GetMapping("/export")
    String page(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = RequestExport.THREAD) String what,
            Official by,
            Model model,
            Locale locale) {
        var row = access.row(reference, by);
        var limit = binding(row, locale);
        if (limit == null) {
            return "redirect:/requests/" + reference + "/documents";
        }
        model.addAttribute("export", view(row, limit, what, Confirmed.NOT, FormProblems.NONE));
        return PAGE;
    }

    @FileDownload
    @PostMapping("/export")
    @Nullable
    String export(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = RequestExport.THREAD) String what,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        var row = access.row(reference, by);
        var limit = binding(row, locale);
        var confirmed = new Confirmed(use, words);
        var problems = problems(confirmed);
        if (limit != null && problems.any()) {
            model.addAttribute("export", view(row, limit, what, confirmed, problems));
            return PAGE;
        }
        write(taking.take(reference, what, confirmed, by), response);
        return null;
    }

    private ExportView view(RequestRow row, UseLimit limit, String what, Confirmed typed, FormProblems problems) {
        return new ExportView(
                row, limit, what, typed, procedures.of(row.procedure()).asksWider(), problems);
    }

    private static FormProblems problems(Confirmed confirmed) {
        var found = confirmed.use().isBlank() ? FormProblems.NONE.with("use", "use.choose") : FormProblems.NONE;
        if (confirmed.words().isBlank()) return found.with("words", "use.say");
        return confirmed.words().length() > LONGEST ? found.with("words", "use.long") : found;
    }

    private @Nullable UseLimit binding(RequestRow row, Locale locale) {
        var language = Language.of(locale);
        return limits.of(row, language).filter(UseLimit::binds).orElse(null);
    }

    static void write(Part taken, HttpServletResponse response) throws IOException {
        if (SHOWN.contains(taken.mediaType()) && !taken.theirs()) {
            FileAnswer.shown(taken.name(), response);
        } else {
            FileAnswer.saved(taken.name(), response);
        }
        response.setContentType(taken.mediaType());
        taken.to(response.getOutputStream());
    }
}
