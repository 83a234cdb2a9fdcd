package org.comity.casework.acts;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.acts.AwaitingAssurances.NotAssured;
import org.comity.casework.acts.RequiringTwoReaders.NotRead;
import org.comity.identity.ApprovalForm;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.ReturnedForm;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what will be signed beside the words of an act, takes its files, and signs it there. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/{type:[a-z]+(?:-[a-z]+)*}",
    "/requests" + RequestAddress.WHOLE + "/{type:[a-z]+(?:-[a-z]+)*}"
})
class ShownActController {

    private final WritingAct writing;
    private final ShowingAct showing;
    private final SigningShownActs signing;
    private final Drafts drafts;
    private final Requests requests;
    private final CaseAccess access;

    ShownActController(
            WritingAct writing,
            ShowingAct showing,
            SigningShownActs signing,
            Drafts drafts,
            Requests requests,
            CaseAccess access) {
        this.writing = writing;
        this.showing = showing;
        this.signing = signing;
        this.drafts = drafts;
        this.requests = requests;
        this.access = access;
    }

    @PostMapping(params = "then=show")
    String show(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        var row = row(reference, type, draft, by);
        var saved = writing.save(row, type, draft, version, form, by);
        return writing.problems(row, type, saved).any() ? checked(row, saved) : page(row, saved, "#sheet");
    }

    @PostMapping(params = "then=attach")
    String attach(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultipartFile file,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            RedirectAttributes redirect)
            throws IOException {
        var row = row(reference, type, draft, by);
        var saved = writing.save(row, type, draft, version, form, by);
        try {
            AttachedFile.add(file, saved.id(), drafts, by);
        } catch (DraftRefused refused) {
            redirect.addFlashAttribute(
                    "returned",
                    new ReturnedForm(
                            ActAddress.of(row, type),
                            refused.field(),
                            "error." + refused.code(),
                            refused.facts(),
                            Map.of()));
            return page(row, saved, "#" + FormProblems.id(refused.field()));
        }
        redirect.addFlashAttribute("flash", Flash.done("acts.attached"));
        return page(row, saved, "#sheet");
    }

    @PostMapping(params = "detach")
    String detach(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam String draft,
            @RequestParam long version,
            @RequestParam String detach,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        var row = row(reference, type, draft, by);
        var saved = writing.save(row, type, draft, version, form, by);
        drafts.detach(saved.id(), detach, by);
        return page(row, saved, "#f-file");
    }

    /** Signs what was shown and nothing else; where something differs, it is shown first. */
    @PostMapping(params = "then=sign")
    String sign(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            ApprovalForm approval,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var row = row(reference, type, draft, by);
        if (draft == null || draft.isBlank()) {
            redirect.addFlashAttribute("flash", Flash.warned("acts.not-as-shown"));
            return page(row, writing.save(row, type, draft, version, form, by), "#sheet");
        }
        var kept = drafts.get(draft);
        var typed = writing.read(row, type, form, by);
        if (kept.status() == Draft.Status.SENT) {
            if (writing.said(kept, typed, form)) return left(kept, redirect);
            // What was typed here has not left with it: it stays in the fields, of an act that is not begun yet.
            model.addAttribute("flash", Flash.warned("acts.sent-otherwise"));
            return showing.page(row, type, null, false, typed, by, model, locale);
        }
        if (kept.status() != Draft.Status.WRITING) return "redirect:/drafts/" + draft + "/approve";
        boolean another = !writing.says(kept, typed);
        if (another && kept.version() != version) {
            // Somebody else saved it meanwhile: what was typed here stays in its fields, and theirs is on the sheet.
            model.addAttribute("flash", Flash.warned("acts.changed-elsewhere"));
            return showing.page(row, type, draft, false, typed, by, model, locale);
        }
        if (another) {
            redirect.addFlashAttribute("flash", Flash.warned("acts.not-as-shown"));
            return page(row, writing.save(row, type, draft, version, form, by), "#sheet");
        }
        if (writing.problems(row, type, kept).any()) {
            return checked(row, kept);
        }
        try {
            return left(
                    signing.sign(draft, Objects.requireNonNullElse(approval.act(), ""), approval.proof(), by),
                    redirect);
        } catch (NotAsShown changed) {
            redirect.addFlashAttribute("flash", Flash.warned("acts.not-as-shown"));
            return page(row, kept, "#sheet");
        } catch (NotAssured | NotRead held) {
            return HeldBack.toPreview(draft, redirect);
        }
    }

    private String left(Draft draft, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done("acts.sent"));
        return "redirect:/requests/" + draft.address(requests);
    }

    private RequestRow row(String reference, String type, @Nullable String draft, Official by) {
        access.mustWrite(by);
        return writing.row(reference, type, draft, by);
    }

    private static String page(RequestRow row, Draft draft, String place) {
        return "redirect:" + ActAddress.of(row, draft, place);
    }

    private static String checked(RequestRow row, Draft draft) {
        return "redirect:" + ActAddress.checked(row, draft);
    }
}
