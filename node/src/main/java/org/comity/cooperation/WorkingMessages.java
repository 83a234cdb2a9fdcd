package org.comity.cooperation;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.Official;

/** Short messages between desks: not sealed, no legal effect, possibly disclosable. */
public interface WorkingMessages {

    /** @param text 1 to 4,000 characters */
    void write(String thread, String text, Official by);

    /** Oldest first, the newest 100. */
    List<Message> of(String thread);

    /** @param ours written here; {@code from} is a participant, never a person */
    record Message(String thread, String from, String text, Instant time, boolean ours) {}
}
