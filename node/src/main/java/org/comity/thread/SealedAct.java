package org.comity.thread;

import org.comity.proof.act.Act;
import org.comity.proof.form.Digests;

/** An act with the container that seals it; {@code container} is the whole ASiC-E file. */
public record SealedAct(Act act, byte[] container) {

    public String containerHash() {
        return Digests.sha256(container);
    }
}
