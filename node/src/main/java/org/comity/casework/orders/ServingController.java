package org.comity.casework.orders;

import org.comity.casework.CaseAccess;
import org.comity.procedure.Composition;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From an order that was granted in a request to the draft by which it is served. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class ServingController {

    private final ServingOrder serving;
    private final CaseAccess access;

    ServingController(ServingOrder serving, CaseAccess access) {
        this.serving = serving;
        this.access = access;
    }

    @PostMapping("/order-served")
    String begin(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "0") long order,
            @RequestParam(defaultValue = "") String law,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String like,
            Official by) {
        access.mustWrite(by);
        var draft = serving.begin(access.row(reference, by), order, law, to, like, by);
        return "redirect:/drafts/" + draft.id() + "/" + Composition.STATE;
    }
}
