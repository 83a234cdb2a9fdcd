package org.comity.exchange.door;

import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.springframework.stereotype.Component;

/** Our own practice at start: read and verified like an act, then dropped. Nobody else may. */
@Component
class ArrivingPractice implements ArrivingAction {

    private final Directory directory;

    ArrivingPractice(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.WARM;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        if (!from.id().equals(directory.self().id())) {
            throw new Refusal("unknown-action", "practice is for oneself");
        }
        var container = Container.read(plain);
        if (!container.verify(Anchor.of(container.signer())).holds()) {
            throw new Refusal("broken-seal", "practice");
        }
    }
}
