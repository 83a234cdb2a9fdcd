package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.upload.FilePlace;
import org.comity.proof.act.Attachment;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which files are added, and its form. Each file of the form goes from the line into the vault as it comes: it is
 * never in memory whole, and never on a disk plain.
 */
@Controller
@RequestMapping(AddingController.PATH)
class AddingController {

    static final String PATH = "/evidence/add";

    private static final int MOST_FILES = 10_000;
    private static final int MOST_SHOWN = 50;

    private final Evidence evidence;
    private final EvidenceAccess access;
    private final UploadTurns turns;

    AddingController(Evidence evidence, EvidenceAccess access, UploadTurns turns) {
        this.evidence = evidence;
        this.access = access;
        this.turns = turns;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            Official by,
            Model model)
            throws IOException {
        access.mustKeep(by);
        var of = request.isEmpty() ? null : access.byReference(request, by);
        model.addAttribute("sealedOnly", sealedOnly);
        model.addAttribute("of", of);
        model.addAttribute("limits", of == null ? List.of() : access.limits(List.of(of.thread()), by));
        model.addAttribute("unfinished", unfinished(of));
        return "evidence/add";
    }

    private List<ItemsView.Line> unfinished(@Nullable Case of) throws IOException {
        var lines = new ArrayList<ItemsView.Line>();
        for (var item : evidence.unfinished(of == null ? null : of.thread(), MOST_SHOWN)) {
            lines.add(new ItemsView.Line(item, evidence.stored(item.id()), of, null));
        }
        return lines;
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            HttpServletRequest http,
            Official by,
            RedirectAttributes redirect) {
        access.mustKeep(by);
        var thread = request.isEmpty() ? null : access.byReference(request, by).thread();
        var added = new ArrayList<Item>();
        var again = new ReplacingUnfinished(evidence, thread, by);
        try (var turn = turns.take(by)) {
            var form = new FileUpload().getItemIterator(new ServletRequestContext(http));
            take(form, thread, sealedOnly, by, added, again);
        } catch (IOException e) {
            throw new EvidenceRefused("broken-off", "Files that are whole: %d".formatted(added.size()));
        }
        if (added.isEmpty()) throw new EvidenceRefused("no-file", "The form brought no file");
        redirect.addFlashAttribute("flash", told(added));
        return added.size() == 1
                ? "redirect:/evidence/" + added.getFirst().id()
                : "redirect:/evidence" + (request.isEmpty() ? "" : "?request=" + request);
    }

    /** A file in which nothing is may be right, and is more often a slip. */
    private static Flash told(List<Item> added) {
        var empty = added.stream()
                .filter(it -> it.sealed() != null && it.sealed().plain().size() == 0)
                .count();
        return empty > 0
                ? Flash.warned("evidence.done.empty", "count", Long.toString(empty))
                : Flash.done("evidence.done.added", "count", Integer.toString(added.size()));
    }

    private void take(
            FileItemIterator form,
            @Nullable String thread,
            boolean sealedOnly,
            Official by,
            ArrayList<Item> added,
            ReplacingUnfinished again)
            throws IOException {
        while (form.hasNext()) {
            var part = form.next();
            if (part.isFormField() || part.getName() == null || part.getName().isBlank()) continue;
            if (added.size() == MOST_FILES) throw new EvidenceRefused("too-many-files", "At most " + MOST_FILES);
            added.add(take(part, thread, sealedOnly, by, again));
        }
    }

    private Item take(
            FileItemStream part, @Nullable String thread, boolean sealedOnly, Official by, ReplacingUnfinished again)
            throws IOException {
        var place = FilePlace.of(part.getName());
        again.giveUp(place);
        var id = evidence.begin(
                new Beginning(
                        place.name(),
                        mediaType(part),
                        thread,
                        null,
                        place.folder(),
                        sealedOnly,
                        place.written(part.getName())),
                by);
        try (var plain = part.openStream()) {
            evidence.add(id, 0, plain);
        }
        var item = evidence.finish(id, null, by);
        evidence.matchBeside(id);
        return item;
    }

    private static String mediaType(FileItemStream part) {
        var said = part.getContentType();
        return said != null && Attachment.allowedMediaType(said) ? said : "application/octet-stream";
    }
}
