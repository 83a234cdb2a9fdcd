package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Short messages between desks: not sealed, no legal effect, possibly disclosable. */
public interface WorkingMessages {

    /** Behind every message. */
    long NEWEST = Long.MAX_VALUE;

    /** @param text 1 to 4,000 characters */
    void write(String thread, String text, Official by);

    /**
     * With their numbers, oldest first, at most 100.
     *
     * @param after those behind this number; null: the newest
     */
    List<Numbered> numbered(String thread, @Nullable Long after);

    /** @param id grows with each that is kept */
    record Numbered(long id, Message message) {}

    /**
     * The newest 100 of those before this one, oldest first.
     *
     * @param id of a message; {@link #NEWEST} for the newest of all
     */
    Stretch before(String thread, long id);

    /**
     * The 100 that end with the one that the search found; the newest where it is not there.
     *
     * @param place who wrote it and when, as in {@code XB-1/2027-03-01T12:00:00Z}
     */
    Stretch upTo(String thread, String place);

    /** All of them, oldest first, handed over one by one; memory does not grow with their number. */
    void every(String thread, Consumer<Message> each);

    /** @param earlier before which the older ones stand, or 0; {@code later} there are newer ones */
    record Stretch(List<Message> messages, long earlier, boolean later) {}

    /** @param ours written here; {@code from} is a participant, never a person */
    record Message(String thread, String from, String text, Instant time, boolean ours) {

        /** Where the search finds it: who wrote it, and when. */
        public String place() {
            return from + "/" + time;
        }
    }
}
