package org.comity.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in another language.
 *
 * @param machine a program made it
 * @param checkedBy the person who compared it with the original, or null
 */
public record PostTranslation(
        long post,
        String language,
        boolean machine,
        String text,
        String madeBy,
        Instant at,
        @Nullable String checkedBy) {

    /** {@code machine}, {@code machine-checked} or {@code person}; words {@code forum.translated.<this>}. */
    public String origin() {
        return !machine ? "person" : checkedBy == null ? "machine" : "machine-checked";
    }
}
