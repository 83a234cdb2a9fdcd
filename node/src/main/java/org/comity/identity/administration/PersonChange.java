package org.comity.identity.administration;

import java.time.Instant;
import java.util.Set;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/**
 * Holds what one administrator wants to give to a person, and a second person confirms before it counts.
 *
 * @param duties all that the person is to hold
 * @param askedBy the administrator's id
 */
public record PersonChange(
        long n, String person, String name, Kind kind, Set<Duty> duties, String askedBy, Instant askedAt) {

    public PersonChange {
        duties = Set.copyOf(duties);
    }

    /** What the person is given. */
    public enum Kind {
        ADDED(true),
        DUTIES(false),
        BACK(true),
        LINK(true);

        private final boolean link;

        Kind(boolean link) {
            this.link = link;
        }

        /** A way to sign in comes with it. */
        public boolean link() {
            return link;
        }
    }

    /** Another administrator, or oversight; neither who asked for it nor whom it is about. */
    public boolean mayBeDecidedBy(Official by) {
        return confirms(by.duties()) && !by.id().equals(askedBy) && !by.id().equals(person);
    }

    static boolean confirms(Set<Duty> duties) {
        return duties.contains(Duty.ADMINISTRATOR) || duties.contains(Duty.OVERSIGHT);
    }
}
