package org.comity.vocabulary;

/** A State Party's part in a thread: it asks, or it is asked. */
public enum Role {
    REQUESTING,
    REQUESTED;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Role other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
