package org.comity.cooperation.assistance;

import java.time.Clock;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Requests;
import org.comity.cooperation.form.FieldBroken;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** From a preservation to a request for assistance, and from the request to holding what is preserved. */
@Controller
@RequestMapping("/requests/{reference:[A-Z]{2}-[0-9]{4}-[0-9]{6}}")
class FollowsController {

    private final TurningInto turning;
    private final HoldingPreservation holding;
    private final FollowsRows rows;
    private final Requests requests;
    private final CaseAccess access;
    private final Clock clock;

    FollowsController(
            TurningInto turning,
            HoldingPreservation holding,
            FollowsRows rows,
            Requests requests,
            CaseAccess access,
            Clock clock) {
        this.turning = turning;
        this.holding = holding;
        this.rows = rows;
        this.requests = requests;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping("/assistance")
    String turn(@PathVariable String reference, Official by) {
        access.mustWrite(by);
        var draft = turning.turn(access.row(reference, by), by);
        return "redirect:/drafts/" + draft.id() + "/" + ComposeStep.OFFENCE.path();
    }

    @PostMapping("/hold-preservation")
    String hold(@PathVariable String reference, Official by) {
        access.mustWrite(by);
        var request = access.row(reference, by);
        var preservation = rows.preservation(request.thread())
                .flatMap(requests::ofThread)
                .orElseThrow(() -> new FieldBroken(AssistanceProcedure.NAME, "not-here", reference));
        var draft = holding.hold(request, preservation, clock.instant(), by);
        return "redirect:/drafts/" + draft.id()
                + (draft.status() == Draft.Status.WRITING ? "/preview" : "/approve");
    }
}
