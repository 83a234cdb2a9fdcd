package org.comity.casework.acts;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.ReadableFiles;
import org.comity.casework.acts.AwaitingAssurances.NotAssured;
import org.comity.casework.acts.RequiringTwoReaders.NotRead;
import org.comity.identity.ApprovalForm;
import org.comity.procedure.Draft;
import org.comity.procedure.Requests;
import org.comity.procedure.UseLimits;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Preview, submission, the second officer's decision, recall: the same for every act. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftController {

    private final Drafts drafts;
    private final ReadingDraft reading;
    private final WritingAct writing;
    private final CaseAccess access;
    private final UseLimits limits;
    private final Requests requests;
    private final UrgentAnswers urgent;
    private final WarningsBeforeSigning warnings;
    private final OpeningToApprove opening;
    private final ObjectProvider<ReadableFiles> readable;

    // More than eight: each is one thing that a page of a draft shows, or one rule that holds it.
    DraftController(
            Drafts drafts,
            ReadingDraft reading,
            WritingAct writing,
            CaseAccess access,
            UseLimits limits,
            Requests requests,
            UrgentAnswers urgent,
            WarningsBeforeSigning warnings,
            OpeningToApprove opening,
            ObjectProvider<ReadableFiles> readable) {
        this.drafts = drafts;
        this.reading = reading;
        this.writing = writing;
        this.access = access;
        this.limits = limits;
        this.requests = requests;
        this.urgent = urgent;
        this.warnings = warnings;
        this.opening = opening;
        this.readable = readable;
    }

    @GetMapping("/preview")
    String preview(@PathVariable String id, Official by, Model model) {
        access.mustRead(by);
        var view = reading.view(id, by);
        if (view.draft().status() != Draft.Status.WRITING) {
            return "redirect:/drafts/" + id + "/approve";
        }
        shown(view, by, model);
        return "casework/acts/preview";
    }

    @PostMapping("/submit")
    String submit(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String channel,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var asked = whereAsked(drafts.get(id), by);
        if (asked.isPresent()) {
            return "redirect:" + asked.get();
        }
        Draft draft;
        try {
            draft = drafts.submit(id, channel.isEmpty() ? version : goesBy(channel, id, version, by), by);
        } catch (NotAssured | NotRead held) {
            // The page of the draft says what our State asks first; on a page of its own the officer would have to
            // remember it.
            redirect.addFlashAttribute("flash", Flash.warned("safeguards.held-back"));
            return "redirect:/drafts/" + id + "/preview";
        }
        if (!drafts.needsSecondOfficer(draft)) {
            return "redirect:/drafts/" + id + "/approve";
        }
        redirect.addFlashAttribute(
                "flash", Flash.done("acts.submitted", "reference", Objects.requireNonNull(draft.reference())));
        return "redirect:/drafts/" + id + "/approve";
    }

    /** The page that asks the first thing that is missing, and says so at its field; empty if nothing is. */
    private Optional<String> whereAsked(Draft draft, Official by) {
        if (draft.status() != Draft.Status.WRITING) {
            return Optional.empty();
        }
        if (draft.opens()) {
            return reading.gaps(draft, Language.ENGLISH).stream().findFirst().map(ActView.Gap::href);
        }
        return access.ofThread(Objects.requireNonNull(draft.thread()), by)
                .filter(row -> writing.problems(row, draft.type(), draft).any())
                .map(row -> "/requests/%s/%s?check=true&draft=%s".formatted(row.address(), draft.type(), draft.id()));
    }

    private long goesBy(String channel, String id, long version, Official by) {
        var known = EnumSet.complementOf(EnumSet.of(Channel.NODE, Channel.SEAT)).stream()
                .filter(it -> it.name().equalsIgnoreCase(channel))
                .findFirst();
        return drafts.goesBy(id, version, known.orElse(Channel.MAIL), by).version();
    }

    @GetMapping("/approve")
    String decision(@PathVariable String id, Official by, Model model, Locale language) {
        access.mustRead(by);
        var draft = drafts.get(id);
        if (draft.status() == Draft.Status.WRITING) {
            // Given back since, or never submitted: there is nothing to decide on, and its page says why.
            return "redirect:/drafts/" + id + "/preview";
        }
        opening.opened(draft, by);
        var notKept = draft.status() == Draft.Status.SUBMITTED ? urgent.notKept(draft, null) : FormProblems.NONE;
        return signing(id, HoldUntil.NONE, notKept, by, model, language);
    }

    private String signing(String id, HoldUntil hold, FormProblems notKept, Official by, Model model, Locale language) {
        var page = decision(id, hold, notKept, by, model);
        return urgent.page((ActView) Objects.requireNonNull(model.getAttribute("act")), model, language)
                .orElse(page);
    }

    private String decision(String id, HoldUntil hold, FormProblems problems, Official by, Model model) {
        shown(reading.view(id, by), by, model);
        opening.last(id)
                .ifPresentOrElse(
                        it -> model.addAttribute("opened", it),
                        () -> model.addAttribute("neverOpened", opening.nobody(id)));
        model.addAttribute("hold", hold);
        model.addAttribute("problems", problems.and(hold.problems()));
        return "casework/acts/approve";
    }

    private void shown(ActView view, Official by, Model model) {
        var thread = view.draft().thread();
        model.addAttribute(
                "attachable",
                readable.stream()
                        .flatMap(it -> it.attachable(view.draft()).stream())
                        .toList());
        model.addAttribute("act", view);
        model.addAttribute(
                "readable",
                readable.stream().flatMap(it -> it.of(view.draft()).stream()).toList());
        model.addAttribute("sameKind", warnings.sameKind(view.draft()));
        model.addAttribute("mayWrite", access.mayWrite(by));
        model.addAttribute("late", warnings.late(view.draft(), by));
        model.addAttribute("closing", warnings.closing(view.draft()));
        model.addAttribute("limits", thread == null ? List.of() : limits.lines(List.of(thread)));
    }

    @PostMapping("/approve")
    String approve(
            @PathVariable String id,
            ApprovalForm approval,
            @RequestParam Map<String, String> form,
            Official by,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        // First: an act that has left answers everybody the same, before it asks who approves.
        access.mustRead(by);
        var hold = HoldUntil.of(form);
        if (hold.problems().any()) {
            return signing(id, hold, FormProblems.NONE, by, model, language);
        }
        try {
            var draft = drafts.approve(id, approval.proof(), hold.until().orElse(null), by);
            redirect.addFlashAttribute("flash", Flash.done(done(draft)));
            return "redirect:/requests/" + draft.address(requests);
        } catch (PromiseNotKept promise) {
            return signing(id, hold, promise.problems(), by, model, language);
        } catch (HoldInThePast late) {
            return signing(id, hold.past(), FormProblems.NONE, by, model, language);
        } catch (HoldTooFar far) {
            return signing(id, hold.far(), FormProblems.NONE, by, model, language);
        } catch (HoldTooLong over) {
            return signing(id, hold.over(), FormProblems.NONE, by, model, language);
        }
    }

    /** What has happened with it: only what goes by wire is with the exchange. */
    private static String done(Draft draft) {
        if (draft.notBefore() != null) return "acts.held";
        return switch (draft.facts().getOrDefault("channel", "node")) {
            case "node" -> "acts.sent";
            case "seat" -> "acts.sent.seat";
            default -> "acts.sent.letter";
        };
    }

    @PostMapping("/return")
    String giveBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String then,
            Official by,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        access.mustRead(by);
        try {
            drafts.giveBack(id, TypedText.clean(why), by);
        } catch (DraftRefused refused) {
            if (!refused.aboutNote()) {
                throw refused;
            }
            model.addAttribute("why", why);
            var problems = FormProblems.NONE.with("why", "error." + refused.code());
            return signing(id, HoldUntil.NONE, problems, by, model, language);
        }
        if (then.equals("change") && access.mayWrite(by)) {
            return "redirect:" + reading.view(id, by).backTo();
        }
        redirect.addFlashAttribute("flash", Flash.done("acts.given-back"));
        return access.mayWrite(by) ? "redirect:/drafts/" + id + "/preview" : "redirect:/desk";
    }

    @PostMapping("/recall")
    String recall(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        access.mustRecall(by);
        drafts.recall(id, why, by);
        redirect.addFlashAttribute("flash", Flash.done("acts.recalled"));
        return "redirect:/desk";
    }

    @FileDownload
    @GetMapping("/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Official by) {
        access.mustRead(by);
        return file(drafts.pdf(id), MediaType.APPLICATION_PDF, "act.pdf");
    }

    @FileDownload
    @GetMapping("/act.json")
    ResponseEntity<byte[]> json(@PathVariable String id, Official by) {
        access.mustRead(by);
        return file(drafts.json(id), MediaType.APPLICATION_JSON, "act.json");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return FileAnswer.shown(name).contentType(type).body(bytes);
    }
}
