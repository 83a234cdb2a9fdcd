package org.comity.exchange.door;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;

/**
 * Checks what one action brings, then keeps it. Runs in the parcel's transaction; the sender is known by its keys.
 */
interface ArrivingAction {

    Parcel.Action action();

    void take(Participant from, byte[] plain) throws Refusal;

    /** All that one parcel brings, in its order. */
    default void take(Participant from, List<byte[]> plain) throws Refusal {
        for (byte[] each : plain) take(from, each);
    }

    /** Nothing of a parcel was kept; {@code thread} is what its sender calls the thread. */
    default void refused(Participant from, String thread, String code) {}
}
