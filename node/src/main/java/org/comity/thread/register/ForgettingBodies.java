package org.comity.thread.register;

import java.time.Clock;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Retention: what an act said goes; that it was said, by whom, and the signature over it, stays. */
@Component
class ForgettingBodies {

    private final ActRows acts;
    private final Ledger ledger;
    private final Clock clock;

    ForgettingBodies(ActRows acts, Ledger ledger, Clock clock) {
        this.acts = acts;
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean forget(String act) {
        var container = acts.container(act, true);
        if (container.isEmpty() || !acts.forget(act, RemainingSeal.of(container.get()), clock.instant())) {
            return false;
        }
        ledger.record(null, "body.forgotten", act, Map.of());
        return true;
    }
}
