package org.comity.exchange.courier;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.exchange.Courier.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What waits, what was taken out, and what became of what was just brought in.
 *
 * @param taken empty unless something was just brought in
 */
public record CourierView(List<Peer> waiting, List<Out> out, List<Taken> taken) {

    /**
     * @param participant null if the directory does not know it any more
     * @param oldest null where all that waits is of requests that are closed to the reader
     */
    public record Peer(
            String id,
            @Nullable Participant participant,
            long parcels,
            @Nullable Instant oldest) {}

    /** @param size in KB */
    public record Out(String id, String peer, Instant at, long parcels, long size) {}
}
