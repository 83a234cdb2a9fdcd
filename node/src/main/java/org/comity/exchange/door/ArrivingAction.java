package org.comity.exchange.door;

import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;

/**
 * Checks what one action brings, then keeps it. Runs in the parcel's transaction; the sender is known by its keys.
 */
interface ArrivingAction {

    Parcel.Action action();

    void take(Participant from, byte[] plain) throws Refusal;
}
