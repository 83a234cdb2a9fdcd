package org.comity.forum;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a moderator may do to a post, with a reason each time. */
public enum ModerationStep {
    /** Asks its author to change it. */
    ASK,
    /** Gives it a narrower label. */
    NARROW,
    /** Takes it off the pages; its author and the moderators still see it. */
    HIDE;

    /** Words {@code forum.reason.<code>}. */
    public static final List<String> REASONS =
            List.of("case-data", "personal-data", "label", "off-topic", "unlawful", "insult", "advertising", "twice");

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ModerationStep> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
