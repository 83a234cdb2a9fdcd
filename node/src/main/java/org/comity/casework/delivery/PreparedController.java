package org.comity.casework.delivery;

import org.comity.casework.CaseAccess;
import org.comity.procedure.Draft;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From what the program has filled in to the page on which an officer approves it. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/prepared", "/requests" + RequestAddress.WHOLE + "/prepared"})
class PreparedController {

    private final PreparingMatch preparing;
    private final CaseAccess access;

    PreparedController(PreparingMatch preparing, CaseAccess access) {
        this.preparing = preparing;
        this.access = access;
    }

    @PostMapping
    String write(@AddressedRequest String reference, @RequestParam(defaultValue = "") String about, Official by) {
        access.mustWrite(by);
        var draft = preparing.write(access.row(reference, by), about, by);
        return "redirect:/drafts/" + draft.id() + (draft.status() == Draft.Status.WRITING ? "/preview" : "/approve");
    }
}
