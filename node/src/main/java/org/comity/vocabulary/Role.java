package org.comity.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says as what a party speaks in a thread. In a thread of two it asks, or it is asked; in a joint thread it has one of the
 * roles that the procedure's table names.
 */
public final class Role {

    public static final Role REQUESTING = new Role("requesting");
    public static final Role REQUESTED = new Role("requested");

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{0,31}");

    private final String word;

    private Role(String word) {
        this.word = word;
    }

    /** As an act says it; of the two that every thread of two has there is one object each. */
    public static Role of(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return ofTwo(lower).orElseGet(() -> {
            if (!FORM.matcher(lower).matches()) throw new IllegalArgumentException("No role: " + word);
            return new Role(lower);
        });
    }

    /** One of the two roles of a thread of two. */
    public static Optional<Role> ofTwo(String word) {
        return word.equals(REQUESTING.word)
                ? Optional.of(REQUESTING)
                : word.equals(REQUESTED.word) ? Optional.of(REQUESTED) : Optional.empty();
    }

    /** Both roles of a thread of two. */
    public static Role[] values() {
        return new Role[] {REQUESTING, REQUESTED};
    }

    public String word() {
        return word;
    }

    /** The other one of a thread of two. */
    public Role other() {
        if (!equals(REQUESTING) && !equals(REQUESTED)) {
            throw new IllegalStateException("In a joint thread nobody is the other party: " + word);
        }
        return equals(REQUESTING) ? REQUESTED : REQUESTING;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Role role && role.word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    @Override
    public String toString() {
        return word;
    }
}
