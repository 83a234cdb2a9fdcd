package org.comity.evidence.transfer;

import org.comity.evidence.ItemArrivals;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What travels, for programs: an item is begun or goes on, and what leaves is held. Each again changes nothing. */
@RestController
@RequestMapping("/api/v1/evidence/transfers/{manifest:[0-9a-f]{64}}")
class TransfersApi {

    private final ItemArrivals arrivals;
    private final DecidingTransfers deciding;
    private final SeenTransfers seen;

    TransfersApi(ItemArrivals arrivals, DecidingTransfers deciding, SeenTransfers seen) {
        this.arrivals = arrivals;
        this.deciding = deciding;
        this.seen = seen;
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String manifest, Official by) {
        mustDecide(manifest, by);
        arrivals.resume(manifest, by);
    }

    @PostMapping("/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable String manifest, @RequestBody HoldWish wish, Official by) {
        mustDecide(manifest, by);
        deciding.hold(manifest, wish.held(), by);
    }

    private void mustDecide(String manifest, Official by) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        seen.mustSee(manifest, by);
    }

    /** @param held nothing more of it leaves until it is let go, by false */
    record HoldWish(boolean held) {}
}
