package org.comity.paper;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
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

/** A request that came by mail, phone or letter from a State without a node. */
@Controller
@RequestMapping("/paper")
class NewPaperController {

    private static final String NEW = "paper/new";
    private static final String DRAFT = "paper/draft";

    private final RecordingRequest recording;
    private final PaperLimits limits;
    private final CaseAccess access;

    NewPaperController(RecordingRequest recording, PaperLimits limits, CaseAccess access) {
        this.recording = recording;
        this.limits = limits;
        this.access = access;
    }

    @GetMapping("/new")
    String start(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String after,
            Official by,
            Model model,
            Locale language) {
        access.mustWrite(by);
        model.addAttribute("paper", recording.start(TypedValues.of(form), FormProblems.NONE, after, language));
        return NEW;
    }

    @PostMapping("/new")
    String read(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            Locale language) {
        access.mustWrite(by);
        var typed = TypedValues.of(form);
        var from = recording.withoutNode().stream()
                .filter(it -> it.id().equals(typed.text("counterpart")))
                .findFirst();
        var problems = problems(typed, from.isPresent(), scan != null && !scan.isEmpty())
                .and(PostedForm.problems(scan, limits));
        if (problems.any()) {
            model.addAttribute("paper", recording.start(typed, problems, "", language));
            return NEW;
        }
        return "redirect:/paper/"
                + recording
                        .read(from.get(), typed, PostedForm.scan(scan, limits), by)
                        .id();
    }

    @GetMapping("/{id:p[0-9a-f]+}")
    String draft(@PathVariable String id, Official by, Model model, Locale language) {
        access.mustWrite(by);
        var draft = recording.draft(id);
        if (draft.status() == PaperDraft.Status.RECORDED) {
            return recorded(draft, by);
        }
        model.addAttribute("paper", recording.page(draft, FormProblems.NONE, language));
        return DRAFT;
    }

    @FileDownload
    @GetMapping("/{id:p[0-9a-f]+}/scan")
    ResponseEntity<byte[]> scan(@PathVariable String id, Official by) {
        access.mustWrite(by);
        var scan = recording.scan(id);
        return FileAnswer.ofOthers(scan.name(), scan.content());
    }

    @PostMapping("/{id:p[0-9a-f]+}")
    String save(
            @PathVariable String id,
            @RequestParam(defaultValue = "record") String then,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale language) {
        access.mustWrite(by);
        var before = recording.draft(id);
        if (before.status() == PaperDraft.Status.RECORDED) {
            return recorded(before, by);
        }
        if (then.equals("discard")) {
            recording.discard(id, version, by);
            redirect.addFlashAttribute("flash", Flash.done("paper.draft.discarded"));
            return "redirect:/paper/new";
        }
        var typed = TypedValues.of(form);
        var unread = PostedForm.problems(scan, limits);
        if (unread.any()) {
            model.addAttribute("paper", recording.page(before, typed, unread, language));
            return DRAFT;
        }
        var saved = recording.save(id, version, typed, PostedForm.scan(scan, limits));
        if (saved.isEmpty()) {
            var changed = FormProblems.NONE.with("", "paper.draft.changed");
            model.addAttribute("paper", recording.page(recording.draft(id), typed, changed, language));
            return DRAFT;
        }
        var draft = saved.get();
        if (then.equals("save")) {
            redirect.addFlashAttribute("flash", Flash.done("paper.draft.saved"));
            return "redirect:/paper/" + id;
        }
        var problems = recording.problems(draft);
        if (problems.any()) {
            model.addAttribute("paper", recording.page(draft, problems, language));
            return DRAFT;
        }
        var address = recording.record(id, draft.version(), by);
        int uncounted = recording.uncounted(draft);
        redirect.addFlashAttribute(
                "flash",
                uncounted == 0
                        ? Flash.done("paper.draft.done", "reference", address.reference())
                        : Flash.warned("paper.recorded.uncounted", "n", Integer.toString(uncounted)));
        return "redirect:/requests/" + recording.path(address);
    }

    /** To the request that it became, for whoever may see that. */
    private String recorded(PaperDraft draft, Official by) {
        return access.find(draft.address().path(), by)
                .map(it -> "redirect:/requests/" + it.address())
                .orElseThrow(() -> PaperRefused.unknown(draft.id()));
    }

    /** A day may still be missing; one that has not come is said where it was typed. */
    private FormProblems problems(TypedValues typed, boolean known, boolean scanned) {
        var found = known ? FormProblems.NONE : FormProblems.NONE.with("counterpart", "paper.choose-state");
        if (PaperArrival.channel(typed.text("cameBy")) == null) {
            found = found.with("cameBy", "paper.needed");
        }
        found = found.and(recording.dayProblems(typed));
        if (typed.text("text").isBlank() && !scanned) {
            found = found.with("text", "paper.needed");
        } else if (typed.text("text").length() > limits.largestText()) {
            found = found.tooLong("text", "paper.too-long", limits.largestText(), typed.text("text"));
        }
        return found;
    }
}
