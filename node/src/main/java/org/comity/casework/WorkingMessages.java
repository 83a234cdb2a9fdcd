package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Short messages between desks: not sealed, no legal effect, possibly disclosable. */
public interface WorkingMessages {

    /** @param text 1 to 4,000 characters */
    void write(String thread, String text, Official by);

    /** Oldest first, the newest 100. */
    List<Message> of(String thread);

    /**
     * With their numbers, oldest first, at most 100.
     *
     * @param after those behind this number; null: the newest
     */
    List<Numbered> numbered(String thread, @Nullable Long after);

    /** @param id grows with each that is kept */
    record Numbered(long id, Message message) {}

    /** All of them, oldest first, handed over one by one; memory does not grow with their number. */
    void every(String thread, Consumer<Message> each);

    /** @param ours written here; {@code from} is a participant, never a person */
    record Message(String thread, String from, String text, Instant time, boolean ours) {}
}
