package org.comity.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Packs the same age files for somebody who carries them, and takes in what somebody brings. Only acts and entries, since they prove themselves. Who carries them reads nothing: duty officer, lawyer and administrator may, others are refused with {@code courier.forbidden}.
 */
public interface Courier {

    /** For whom something waits, the longest wait that this official may know first, at most 200. */
    List<Waiting> waiting(Official by);

    /** What was taken out, newest first, at most 20. */
    List<Batch> batches(Official by);

    /** Packs what waits for a peer and counts it as delivered; the file can be fetched as long as it is kept. */
    Batch takeOut(String peer, Official by);

    /** The same each time it is asked for; each time is recorded. */
    Download download(String batch, Official by);

    /**
     * What a courier brought, through the same door as what comes by wire; each parcel by itself, in order of name.
     *
     * @param files by the name under which they came: age files, or ZIPs of them
     */
    List<Taken> bringIn(Map<String, byte[]> files, Official by);

    /**
     * What waits of a request that is closed to the reader is not counted; carried it is, so its peer is named.
     *
     * @param parcels 0, and {@code oldest} null, where nothing else waits for this peer
     */
    record Waiting(String peer, long parcels, @Nullable Instant oldest) {}

    record Batch(String id, String peer, Instant at, long parcels, long bytes) {}

    record Download(String name, byte[] content) {}

    /** @param refusal the door's code, or null if the parcel was taken */
    record Taken(String file, @Nullable String refusal) {}
}
