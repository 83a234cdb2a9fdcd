package org.comity.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.evidence.CustodyEntry.Event;

/**
 * Finds the items of a procedure, of which there may be tens of thousands: those that an act names in one query, all of
 * them one after the other. Nothing here is a list that is cut.
 */
public interface ItemsOfThread {

    /**
     * Those whose own manifest is one of these, oldest first; what was given up comes last.
     *
     * @param manifests SHA-256; an act names at most 1,000
     */
    List<Item> under(String thread, Collection<String> manifests);

    /** The same by what an act calls them: by their own manifest, or by one that wraps their key for a receiver. */
    Map<String, Item> named(String thread, Collection<String> manifests);

    /** The same, and what a seat of this thread has added and not handed over: its own act names it before it is the host's. */
    Map<String, Item> spokenOf(String thread, Collection<String> manifests);

    /** Those of these ids that belong to this thread, oldest first. */
    List<Item> some(String thread, Collection<UUID> ids);

    /** When each of these was last done with each of these items; what never was is left out. */
    Map<UUID, Map<Event, Instant>> last(Collection<UUID> items, Set<Event> of);

    /** Every item, oldest first; they are read a page at a time. */
    void every(String thread, Consumer<Item> each);

    /** How many lie here whole and may be delivered. */
    long whole(String thread);

    /**
     * Those that lie here whole, oldest first: before the others those that were not released to this receiver yet and are
     * not among {@code given}.
     */
    List<Item> whole(String thread, String receiver, Collection<String> given, int limit);

    /** Whole ones whose plain bytes have this hash. */
    List<UUID> whole(String thread, String sha256);

    /** Those that are being added under this name, from this folder, with this size; oldest first. */
    List<UUID> begun(String thread, String folder, String name, long size);
}
