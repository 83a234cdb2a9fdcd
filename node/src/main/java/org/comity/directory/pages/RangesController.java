package org.comity.directory.pages;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.directory.ProviderRanges;
import org.comity.directory.ProviderRanges.TypedRanges;
import org.comity.directory.RangeChanges;
import org.comity.directory.kept.ProviderRefused;
import org.comity.directory.trust.DecidingOfficers;
import org.comity.sheet.SheetRefused;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
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

/** Ranges of a provider: listed, saved as a file, and brought in after a look at what changes. */
@Controller
@RequestMapping("/directory/{id:" + ParticipantId.FORM + "}/ranges")
class RangesController {

    private final Directory directory;
    private final ProviderRanges ranges;

    RangesController(Directory directory, ProviderRanges ranges) {
        this.directory = directory;
        this.ranges = ranges;
    }

    @GetMapping
    ModelAndView list(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Official by) {
        var provider = ProviderRefused.provider(directory, id);
        return page(provider, after, TypedRanges.NONE, null, FormProblems.NONE, by);
    }

    @GetMapping("/ranges.csv")
    ResponseEntity<String> file(@PathVariable String id) {
        ProviderRefused.provider(directory, id);
        return FileAnswer.saved("ranges-" + id + ".csv")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(ranges.file(id));
    }

    /** @param file in place of the rows, where there is one */
    @PostMapping("/look")
    ModelAndView look(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> form,
            Official by)
            throws IOException {
        DecidingOfficers.mayDecide(by);
        var provider = ProviderRefused.provider(directory, id);
        var typed = typed(form, form.getOrDefault("rows", ""));
        try {
            if (file != null && !file.isEmpty()) typed = typed(form, ranges.rows(file.getBytes()));
            return page(provider, 0, typed, ranges.look(id, typed), FormProblems.NONE, by);
        } catch (SheetRefused refused) {
            var problems =
                    FormProblems.NONE.with(file == null || file.isEmpty() ? "rows" : "file", "error." + refused.code());
            return page(provider, 0, typed, null, problems, by);
        }
    }

    @PostMapping
    Object take(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam Map<String, String> form,
            Official by,
            RedirectAttributes redirect) {
        var provider = ProviderRefused.provider(directory, id);
        var typed = typed(form, form.getOrDefault("rows", ""));
        var changes = ranges.take(id, typed, shown, by);
        if (!changes.taken()) return page(provider, 0, typed, changes, FormProblems.NONE, by);
        redirect.addFlashAttribute("flash", Flash.done("ranges.done"));
        return "redirect:/directory/" + id + "/ranges";
    }

    private static TypedRanges typed(Map<String, String> form, String rows) {
        return new TypedRanges(
                rows,
                form.getOrDefault("source", "").strip(),
                form.getOrDefault("day", "").strip(),
                form.containsKey("all"));
    }

    private ModelAndView page(
            Participant provider,
            long after,
            TypedRanges typed,
            @Nullable RangeChanges changes,
            FormProblems problems,
            Official by) {
        var before = changes == null
                ? Map.<String, Participant>of()
                : changes.changed().stream()
                        .map(it -> it.before().provider())
                        .distinct()
                        .collect(Collectors.toMap(it -> it, it -> GoneParticipant.shown(directory, it)));
        var view = new RangesView(
                provider,
                ranges.of(provider.id(), after),
                typed,
                changes,
                before,
                problems,
                DecidingOfficers.decides(by));
        boolean wrong = problems.any() || changes != null && !changes.wrong().isEmpty();
        return new ModelAndView(
                "directory/ranges", Map.of("view", view), wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
