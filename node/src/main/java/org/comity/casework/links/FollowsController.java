package org.comity.casework.links;

import java.time.Clock;
import org.comity.casework.AnnouncedRequests;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Draft;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From a request to one that follows it, and from that one to holding what the first asked for. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class FollowsController {

    private final DraftingFollowUp turning;
    private final HoldingFollowed holding;
    private final RedirectingRequest sending;
    private final CaseAccess access;
    private final Clock clock;

    FollowsController(
            DraftingFollowUp turning,
            HoldingFollowed holding,
            RedirectingRequest sending,
            CaseAccess access,
            Clock clock) {
        this.turning = turning;
        this.holding = holding;
        this.sending = sending;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping({"/follow", "/" + AnnouncedRequests.STEP})
    String turn(@AddressedRequest String reference, @RequestParam(defaultValue = "") String to, Official by) {
        access.mustWrite(by);
        var draft = turning.turn(access.row(reference, by), to, by);
        return "redirect:/drafts/" + draft.id() + "/" + turning.page(draft);
    }

    /** With the consent of who asked: this press is it. */
    @PostMapping("/send-on")
    String sendOn(@AddressedRequest String reference, @RequestParam(defaultValue = "") String to, Official by) {
        access.mustWrite(by);
        return "redirect:" + RedirectingRequest.page(sending.send(access.row(reference, by), to, by));
    }

    @PostMapping("/hold-followed")
    String hold(@AddressedRequest String reference, Official by) {
        access.mustWrite(by);
        var draft = holding.hold(access.row(reference, by), clock.instant(), by);
        return "redirect:/drafts/" + draft.id() + (draft.status() == Draft.Status.WRITING ? "/preview" : "/approve");
    }
}
