package org.comity.forum;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in another language.
 *
 * @param machine a program made it
 * @param checkedBy the person who compared it with the original, or null
 */
public record PostTranslation(
        long id,
        long post,
        String language,
        boolean machine,
        String text,
        String madeBy,
        Instant at,
        @Nullable String checkedBy) {

    /** Of each language the first, as a line beneath a post names them. */
    public static List<PostTranslation> languages(List<PostTranslation> all) {
        var seen = new HashSet<String>();
        return all.stream().filter(it -> seen.add(it.language())).toList();
    }

    /** {@code machine}, {@code machine-checked} or {@code person}; words {@code forum.translated.<this>}. */
    public String origin() {
        return !machine ? "person" : checkedBy == null ? "machine" : "machine-checked";
    }
}
