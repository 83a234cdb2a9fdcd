package org.comity.cooperation.assistance;

import java.time.Clock;
import org.comity.cooperation.AnnouncedRequests;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.Draft;
import org.comity.vocabulary.Addressed;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** From a preservation to a request for assistance, and from the request to holding what is preserved. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class FollowsController {

    private final TurningInto turning;
    private final HoldingPreservation holding;
    private final CaseAccess access;
    private final Clock clock;

    FollowsController(
            TurningInto turning,
            HoldingPreservation holding,
            CaseAccess access,
            Clock clock) {
        this.turning = turning;
        this.holding = holding;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping({"/assistance", "/" + AnnouncedRequests.STEP})
    String turn(@Addressed String reference, Official by) {
        access.mustWrite(by);
        var draft = turning.turn(access.row(reference, by), by);
        return "redirect:/drafts/" + draft.id() + "/" + ComposeStep.OFFENCE.path();
    }

    @PostMapping("/hold-preservation")
    String hold(@Addressed String reference, Official by) {
        access.mustWrite(by);
        var draft = holding.hold(access.row(reference, by), clock.instant(), by);
        return "redirect:/drafts/" + draft.id()
                + (draft.status() == Draft.Status.WRITING ? "/preview" : "/approve");
    }
}
