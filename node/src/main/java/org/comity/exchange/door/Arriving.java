package org.comity.exchange.door;

import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;

/** What one action brings: checked, then kept. Runs in the parcel's transaction; the sender is known by its keys. */
interface Arriving {

    Parcel.Action action();

    void take(Participant from, byte[] plain) throws Refusal;
}
