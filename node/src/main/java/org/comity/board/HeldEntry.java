package org.comity.board;

import java.time.Instant;
import java.util.Map;
import org.comity.proof.feed.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it is held here.
 *
 * @param k its place in the feed of its audience
 * @param act the hash of its envelope, which names it everywhere
 * @param body null until it was fetched
 * @param taken when this node took it; null where it is the host
 */
public record HeldEntry(
        long k,
        String act,
        Publication publication,
        @Nullable Map<String, Object> body,
        @Nullable Instant taken) {

    public String subject() {
        return publication.subject();
    }

    public Audience label() {
        return publication.audience();
    }

    /** The title in this language, else in English, else the subject. */
    public String title(String language) {
        if (body != null && body.get("title") instanceof String text) return text;
        if (body != null && body.get("title") instanceof Map<?, ?> by) {
            if (by.get(language) instanceof String own) return own;
            if (by.get("en") instanceof String english) return english;
        }
        return publication.subject();
    }
}
