package org.comity.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.comity.proof.act.Attachment;
import org.comity.proof.item.ItemManifest;
import org.jspecify.annotations.Nullable;

/**
 * A file of evidence as this node holds it.
 *
 * @param folder where it lay in the folder that was added, its names divided by {@code /}; empty if it was alone
 * @param thread the procedure that it belongs to, if to one
 * @param declaredSize in bytes, as whoever brought it said
 * @param begunBy id of the official; of the participant, if it came from one; pseudonym of the person who added it from a seat
 * @param sealedOnly it is kept and passed on sealed, and never shown: child sexual abuse material
 * @param legalHold why it must not be destroyed, in words; null if nothing says so
 * @param sealed its manifest, once the last byte has come
 */
public record Item(
        UUID id,
        String name,
        String folder,
        String mediaType,
        @Nullable String thread,
        @Nullable Long declaredSize,
        State state,
        Instant begunAt,
        String begunBy,
        boolean sealedOnly,
        @Nullable String legalHold,
        @Nullable ItemManifest sealed) {

    private static final int LONGEST_FOLDER = 1000;

    /** Whether a folder may be called so: plain names divided by {@code /}, at most 1,000 characters, or empty. */
    public static boolean allowedFolder(String folder) {
        return folder.isEmpty()
                || folder.length() <= LONGEST_FOLDER
                        && Arrays.stream(folder.split("/", -1)).allMatch(Attachment::allowedName);
    }

    /** With the folder in which it lay, as whoever delivers it calls it. */
    public String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    public Optional<ItemManifest> manifest() {
        return Optional.ofNullable(sealed);
    }

    /** Every byte is here, or was when it came. */
    public boolean whole() {
        return state == State.SEALED || state == State.MATCHED || lost();
    }

    /** What is stored of it is not what was sealed, or not there: nothing of it is given out. */
    public boolean lost() {
        return state == State.DAMAGED || state == State.MISSING;
    }

    public boolean destroyed() {
        return state == State.DESTROYED;
    }

    /** Given up or destroyed: it does not come back. */
    public boolean gone() {
        return state == State.GIVEN_UP || destroyed();
    }

    /** @throws ItemDestroyed if it was declared destroyed */
    public Item here() {
        if (destroyed()) throw new ItemDestroyed();
        return this;
    }

    /** @throws EvidenceRefused {@code damaged}, {@code missing} or {@code not-matched}; {@link ItemDestroyed} */
    public Item mustBeMatched() {
        if (here().state == State.DAMAGED) throw new EvidenceRefused("damaged", "It is not what was sealed");
        if (state == State.MISSING) throw new EvidenceRefused("missing", "What was stored of it is not there");
        if (state != State.MATCHED)
            throw new EvidenceRefused("not-matched", "It was not opened whole and compared yet");
        return this;
    }

    /** Only what is matched is viewed or given out. */
    public enum State {
        /** bytes are still coming */
        ADDING,
        /** its manifest is here, its bytes come from another node */
        ARRIVING,
        /** begun and given up; of its bytes and its key nothing is here */
        GIVEN_UP,
        /** whole, and not opened yet */
        SEALED,
        /** opened whole, and found to be what the manifest says */
        MATCHED,
        /** what is stored is not what was sealed, or no wrapped key of it opens here */
        DAMAGED,
        /** what was stored of it is not there */
        MISSING,
        /** declared destroyed by a registered act; its keys and bytes are gone, or go next */
        DESTROYED
    }
}
