package org.comity.proof.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says for whom a board is: everybody who takes part, or the public. */
public enum Audience {
    PARTICIPANTS,
    PUBLIC;

    /** As opening acts and paths write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
