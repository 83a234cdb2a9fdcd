package org.comity.exchange;

import java.util.List;
import org.comity.directory.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Carries to another node, by whatever carrier, age files for the addressee's node; more than one only of small
 * acts that leave together.
 *
 * @param from and {@code to}: participants, e.g. {@code XA-1}
 * @param thread the conversation (of the first), for the carrier's log; the addressee believes only what is inside
 * @param ageFiles taken or refused as one
 * @param directory the sender's directory position; null by courier
 */
public record Parcel(
        Action action,
        String from,
        String to,
        String thread,
        List<byte[]> ageFiles,
        Directory.@Nullable Position directory) {

    public Parcel {
        ageFiles = List.copyOf(ageFiles);
    }

    public Parcel(
            Action action,
            String from,
            String to,
            String thread,
            byte[] ageFile,
            Directory.@Nullable Position directory) {
        this(action, from, to, thread, List.of(ageFile), directory);
    }

    /** The only one, as couriers carry it. */
    public byte[] ageFile() {
        if (ageFiles.size() != 1) {
            throw new IllegalStateException(ageFiles.size() + " age files");
        }
        return ageFiles.getFirst();
    }

    /** What the age file holds. */
    public enum Action {
        /** A sealed act: the ASiC-E container. */
        ACT,
        /** {@code {"entries":[…]}}: signed register entries, canonical. */
        ENTRY,
        /** {@code {"id","text","thread","time"}}: a working message, canonical. */
        MESSAGE,
        /** {@code {"after","thread"}}: asks the keeper for later entries, canonical. */
        FETCH,
        /**
         * {@code {"after":"<thread>"}}: a node restored from a backup asks how all threads stand, those after a thread;
         * {@code {"after":n,"thread"}}: it asks for all acts and entries of one, canonical.
         */
        RETURN,
        /** {@code {"heads":[{"hash","n","open","thread"}],"last"}}: how threads stand, canonical. */
        HEADS,
        /** Entries of a joint thread in a row, then the acts that the receiver did not write. */
        PAGE,
        /** What asks a participant into a joint thread: two entries, then their acts. */
        INVITATION,
        /** A participant's revocation as it signed it, passed on by a peer. */
        REVOCATION,
        /** Practice on oneself before the first real act; stores nothing. */
        WARM;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static @Nullable Action of(@Nullable String word) {
            for (Action each : values()) {
                if (each.word().equals(word)) {
                    return each;
                }
            }
            return null;
        }
    }
}
