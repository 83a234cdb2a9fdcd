package org.comity.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * The items that this node holds (design: item, custody; docs/protocol/items.md). Bytes are encrypted as they arrive, and
 * never lie anywhere else. Whether an official may do it, the caller has asked before.
 */
public interface Evidence {

    /**
     * Begins an item; its key is made and wrapped before the first byte comes.
     *
     * @throws EvidenceRefused {@code name}, {@code folder}, {@code media-type}, or {@code no-room} for the size declared
     */
    UUID begin(Beginning beginning, Official by);

    /**
     * How many plain bytes of an item that is being added are here: what is added next begins there. After a restart it is
     * the end of the last whole chunk.
     */
    long reached(UUID item) throws IOException;

    /**
     * The first bytes of an item that is being added, by their hash: whoever goes on compares it with its own file, before
     * it adds a byte of another. Empty while there is nothing, where nothing was written down, and once it is sealed or
     * given up.
     */
    Optional<Part> part(UUID item) throws IOException;

    /**
     * Adds bytes from {@code from} on, to the end of {@code plain}, or as far as the line holds: what came counts.
     *
     * @return how many plain bytes are here now
     * @throws EvidenceRefused {@code elsewhere} if the item goes on at another place, {@code too-many-bytes} above the size
     *     declared, {@code other-bytes} if a repeated part is not what came before it,
     *     {@code given-up}
     */
    long add(UUID item, long from, InputStream plain) throws IOException;

    /**
     * The last byte has come: the item is sealed, and its manifest made.
     *
     * @param sha256 of the whole as whoever brought it knows it, or null
     * @throws EvidenceRefused {@code other-size} or {@code other-hash} if it is not what was declared, {@code stored-damaged}
     *     if what was stored before a restart is not what came; the item stays as it is
     */
    Item finish(UUID item, @Nullable String sha256, Official by) throws IOException;

    /**
     * It is not gone on with: its bytes and its wrapped key are removed. That it was begun and given up, by whom and when,
     * stays on record.
     *
     * @throws EvidenceRefused {@code sealed}, {@code busy} while somebody adds to it, {@code given-up}
     */
    void giveUp(UUID item, Official by) throws IOException;

    /**
     * Opens the whole item and compares it with its manifest. {@link Item.State#MATCHED} if it is that; else what was found
     * wrong stands in its custody. {@link Item.State#MISSING} or {@link Item.State#DAMAGED} if it is not what was stored.
     *
     * @throws EvidenceRefused {@code not-sealed} while it is being added
     */
    Item match(UUID item, @Nullable Official by) throws IOException;

    /**
     * What is wrong with what is stored of a whole item, told at once and without reading it: {@code FOUND_MISSING},
     * {@code FOUND_DAMAGED} or {@code FOUND_KEYLESS}; empty if nothing is. What is found is written down soon after.
     *
     * @throws IOException if the vault does not answer
     */
    Optional<CustodyEntry.Event> fault(UUID item) throws IOException;

    /** A read of it failed: it is read from end to end, beside everything else, and what is found is written down. */
    void readFailed(UUID item);

    /** Damaged and missing ones, newest first. */
    List<Item> lost(int limit);

    /** Matches beside everything else, when its turn comes; by the node itself. After a restart it is begun again. */
    void matchBeside(UUID item);

    /** How many bytes of the payload were read by the matching that waits or runs; empty if none does. */
    OptionalLong matching(UUID item);

    /**
     * An official is about to look at it: one entry in its custody.
     *
     * @throws EvidenceRefused {@code not-matched}, or {@code sealed-only}
     */
    void viewed(UUID item, Official by);

    /**
     * Its plain bytes are about to leave as a file: one entry in its custody, before the first of them.
     *
     * @param from the first byte that leaves; above 0 where a taking that broke off goes on
     * @param knowing whoever takes it says that they know it is never shown here
     * @throws EvidenceRefused {@code not-matched}, or {@code sealed-unconfirmed} for what is never shown
     */
    void exported(UUID item, long from, boolean knowing, Official by);

    /**
     * It is not destroyed while this stands, whatever an act says.
     *
     * @param why 1 to 500 characters; on record
     * @throws EvidenceRefused {@code hold-words}, {@code hold-stands}
     */
    void holdByLaw(UUID item, String why, Official by);

    /** @throws EvidenceRefused {@code no-hold} */
    void endHoldByLaw(UUID item, Official by);

    /** It is never shown on this node from now on, whoever asks; this is not taken back. */
    void keepSealed(UUID item, Official by);

    /** Nothing of what waits at a seat, see {@link ItemsFromSeats}. */
    Optional<Item> item(UUID item);

    /** Its name and folders as whoever brought it wrote them, where they could not be kept so. A stranger's text. */
    Optional<String> written(UUID item);

    /** What of this procedure's items is here, however many there are. */
    Remaining left(String thread);

    /**
     * Newest first.
     *
     * @param thread of this procedure alone, or null
     * @param loose those that belong to no procedure, too
     * @param hidden threads whose items are left out, so that neither the length of a page nor its cursor tells of them
     * @param before what was begun before this item, or null: from the newest on
     */
    List<Item> newest(@Nullable String thread, boolean loose, Set<String> hidden, @Nullable UUID before, int limit);

    /** For the node itself, from which nothing is hidden. */
    default List<Item> newest(@Nullable String thread, boolean loose, @Nullable UUID before, int limit) {
        return newest(thread, loose, Set.of(), before, limit);
    }

    /** Those that are being added to this procedure, or to none: newest first. */
    List<Item> unfinished(@Nullable String thread, int limit);

    /**
     * How many plain bytes of an item that is being added are stored, told by size alone and at once: up to a chunk more
     * than {@link #reached} finds authentic, or less than it holds. 0 once it is sealed or given up: a list shows what was
     * being added when it was asked for.
     */
    long stored(UUID item) throws IOException;

    /** All entries, oldest first; a large file that was taken out in parts has thousands. */
    List<CustodyEntry> custody(UUID item);

    /**
     * Newest first.
     *
     * @param before entries older than that of this number, or null: from the newest on
     */
    List<CustodyEntry> custody(UUID item, @Nullable Integer before, int limit);

    /** What lies in the vault without an item, and which items lie there no more, at most 1,000 each. Nothing is deleted. */
    Strays strays() throws IOException;

    /**
     * @param name plain file name
     * @param folder where it lay in the folder that is added, plain names divided by {@code /}, or empty
     * @param thread the procedure that it belongs to, if to one
     * @param size in bytes, if it is known
     * @param sealedOnly it is never shown on this node
     * @param written as whoever brings it calls it, with its folders, where that is not how it is kept; else null
     */
    record Beginning(
            String name,
            String mediaType,
            @Nullable String thread,
            @Nullable Long size,
            String folder,
            boolean sealedOnly,
            @Nullable String written) {

        public Beginning(
                String name,
                String mediaType,
                @Nullable String thread,
                @Nullable Long size,
                String folder,
                boolean sealedOnly) {
            this(name, mediaType, thread, size, folder, sealedOnly, null);
        }

        public Beginning(String name, String mediaType, @Nullable String thread, @Nullable Long size) {
            this(name, mediaType, thread, size, "");
        }

        public Beginning(String name, String mediaType, @Nullable String thread, @Nullable Long size, String folder) {
            this(name, mediaType, thread, size, folder, false);
        }
    }

    /**
     * @param any an item that was not given up or declared destroyed
     * @param heldByLaw an item that must not be destroyed
     */
    record Remaining(boolean any, boolean heldByLaw) {}

    /** @param size of the first plain bytes, which the hash is of */
    record Part(long size, String sha256) {}

    /**
     * @param orphans folders of the vault that belong to no item
     * @param missing items whose folder is not there
     */
    record Strays(List<String> orphans, List<UUID> missing) {}
}
