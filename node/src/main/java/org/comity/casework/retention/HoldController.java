package org.comity.casework.retention;

import org.comity.casework.CaseAccess;
import org.comity.casework.LegalHolds;
import org.comity.ui.Flash;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** While a request is held by law, retention deletes nothing of it. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/legal-hold", "/requests" + RequestAddress.WHOLE + "/legal-hold"
})
class HoldController {

    private final LegalHolds holds;
    private final CaseAccess access;

    HoldController(LegalHolds holds, CaseAccess access) {
        this.holds = holds;
        this.access = access;
    }

    @PostMapping
    String hold(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        access.mustHoldByLaw(by);
        var row = access.row(reference, by);
        holds.hold(row.thread(), row.reference(), TypedText.clean(why), by);
        redirect.addFlashAttribute("flash", Flash.done("hold.done"));
        return "redirect:/requests/" + reference + "#retention";
    }

    @PostMapping("/end")
    String end(@AddressedRequest String reference, Official by, RedirectAttributes redirect) {
        access.mustHoldByLaw(by);
        var row = access.row(reference, by);
        holds.end(row.thread(), row.reference(), by);
        redirect.addFlashAttribute("flash", Flash.done("hold.over"));
        return "redirect:/requests/" + reference + "#retention";
    }
}
