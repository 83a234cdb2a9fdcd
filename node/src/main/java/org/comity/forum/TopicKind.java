package org.comity.forum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a topic of a room is. */
public enum TopicKind {
    QUESTION,
    LESSON,
    CHECK,
    PLAN,
    MINUTES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Written by who leads a working group, and by nobody else. */
    boolean led() {
        return this == PLAN || this == MINUTES;
    }

    static Optional<TopicKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
