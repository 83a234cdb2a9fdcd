package org.comity.casework.acts;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.KeptDraft;
import org.comity.casework.acts.AwaitingAssurances.NotAssured;
import org.comity.casework.acts.RequiringTwoReaders.NotRead;
import org.comity.procedure.Assured;
import org.comity.procedure.Draft;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TickingAll;
import org.comity.ui.Words;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One page per act of a thread: write, save, preview; signing comes after. Every other page of a request has a name of its own. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/{type:[a-z]+(?:-[a-z]+)*}",
    "/requests" + RequestAddress.WHOLE + "/{type:[a-z]+(?:-[a-z]+)*}"
})
class ActController {

    private final WritingAct writing;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Words words;
    private final SendingShortActs sending;
    private final OfferingOwedAssurances owed;
    private final ShowingAct showing;
    private final SigningShownActs signing;

    ActController(
            WritingAct writing,
            Drafts drafts,
            CaseAccess access,
            Words words,
            SendingShortActs sending,
            OfferingOwedAssurances owed,
            ShowingAct showing,
            SigningShownActs signing) {
        this.signing = signing;
        this.showing = showing;
        this.owed = owed;
        this.sending = sending;
        this.writing = writing;
        this.drafts = drafts;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    String page(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "false") boolean check,
            Official by,
            Model model,
            Locale locale) {
        access.mustWrite(by);
        var row = writing.row(reference, type, draft, by);
        // Back in the browser, from what was sent: there is nothing to write, and its page says how it stands.
        if (draft != null && !draft.isBlank() && drafts.get(draft).status() != Draft.Status.WRITING) {
            return "redirect:/drafts/" + draft + "/approve";
        }
        return showing.page(row, type, draft, check, null, by, model, locale);
    }

    /** As often as a script likes: what was typed stays, and nothing else happens. */
    @PostMapping(params = "then=keep")
    @ResponseBody
    KeptDraft keep(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Locale locale) {
        access.mustWrite(by);
        var saved = writing.save(writing.row(reference, type, draft, by), type, draft, version, form, by);
        return KeptDraft.of(saved, words, Language.of(locale));
    }

    @PostMapping
    String save(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "preview") String then,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var row = writing.row(reference, type, draft, by);
        boolean leaves = then.equals("leave") || then.equals("discard");
        if (leaves && (draft == null || draft.isBlank()) && writing.untouched(row, type, form, by)) {
            return "redirect:/requests/" + row.address();
        }
        var saved = writing.save(row, type, draft, version, form, by);
        if (then.equals("leave")) {
            redirect.addFlashAttribute("flash", Flash.done("compose.saved"));
            return "redirect:/requests/" + row.address();
        }
        if (then.equals("discard")) {
            drafts.discard(saved.id(), by);
            redirect.addFlashAttribute("flash", Flash.done("compose.discarded"));
            return "redirect:/requests/" + row.address();
        }
        if (writing.problems(row, type, saved).any()) {
            return "redirect:" + ActAddress.checked(row, saved);
        }
        if (signing.alone(saved, by)) {
            try {
                drafts.submit(saved.id(), saved.version(), by);
            } catch (NotAssured | NotRead held) {
                return HeldBack.toPreview(saved.id(), redirect);
            }
            return "redirect:/drafts/" + saved.id() + "/approve";
        }
        return "redirect:/drafts/" + saved.id() + "/preview";
    }

    /** What was typed is kept, and what they asked to be assured stands in the rows, still to be read and signed. */
    @PostMapping(params = "then=assure")
    String assure(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        access.mustWrite(by);
        var row = writing.row(reference, type, draft, by);
        var saved = writing.save(row, type, draft, version, form, by);
        owed.fillIn(row, saved, by);
        return "redirect:" + ActAddress.of(row, saved, "#" + FormProblems.id(Assured.GIVEN));
    }

    /** What was typed is kept, and all of one list is ticked, or none of it. */
    @PostMapping(params = TickingAll.ALL)
    String tick(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        access.mustWrite(by);
        var row = writing.row(reference, type, draft, by);
        var ticked = TickingAll.in(form, key -> writing.choices(row, type, key));
        var saved = writing.save(row, type, draft, version, ticked, by);
        return "redirect:" + ActAddress.of(row, saved, "#" + FormProblems.id(TickingAll.field(form)));
    }

    @PostMapping(params = TickingAll.NONE)
    String untick(
            @AddressedRequest String reference,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        return tick(reference, type, draft, version, form, by);
    }

    /** From the desk, or the request, straight to the page on which it is read and signed. */
    @PostMapping(params = "then=now")
    String now(@AddressedRequest String reference, @PathVariable String type, Official by) {
        access.mustWrite(by);
        var row = writing.row(reference, type, null, by);
        if (!sending.isShort(row, type) || !writing.offered(row).contains(type)) {
            return "redirect:" + ActAddress.of(row, type);
        }
        return "redirect:/drafts/" + sending.begin(row, type, by).id() + "/approve";
    }
}
