package org.comity.identity.person;

import java.time.Instant;
import java.util.Set;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * A person on this node's list, signed in or not.
 *
 * @param active false once the person has left
 * @param previousSignIn the one before the current, shown so that a stranger's is noticed
 */
public record Person(
        String id,
        String name,
        String pseudonym,
        Set<Duty> duties,
        boolean active,
        @Nullable Instant lastSignIn,
        @Nullable Instant previousSignIn) {

    public Person {
        duties = Set.copyOf(duties);
    }

    public Official official() {
        return new Official(id, name, pseudonym, duties);
    }
}
