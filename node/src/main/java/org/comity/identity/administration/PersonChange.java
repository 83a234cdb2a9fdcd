package org.comity.identity.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Holds what one administrator wants to give to a person, and a second person confirms before it counts.
 *
 * @param duties all that the person is to hold
 * @param askedBy the administrator's id
 * @param linkBy who was given the link that waits with it; another than {@code askedBy} where somebody changed the wish since
 */
public record PersonChange(
        long n,
        String person,
        String name,
        Kind kind,
        Set<Duty> duties,
        String askedBy,
        Instant askedAt,
        @Nullable String linkBy) {

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

    /** Another administrator, or oversight: neither who asked for it, nor who has the link, nor whom it is about. */
    public boolean mayBeDecidedBy(Official by) {
        return confirms(by.duties())
                && !by.id().equals(askedBy)
                && !by.id().equals(linkBy)
                && !by.id().equals(person);
    }

    /** The link is in the hands of another than who asked for what it is to bring now. */
    public boolean linkOfAnother() {
        return linkBy != null && !linkBy.equals(askedBy);
    }

    /** What the second person's passkey signs. */
    public String hash() {
        var words = List.of(
                Long.toString(n), person, kind.name(), AdministeringPeople.words(duties), askedBy, askedAt.toString());
        return Digests.sha256(("person-change\n" + String.join("\n", words)).getBytes(UTF_8));
    }

    static boolean confirms(Set<Duty> duties) {
        return duties.contains(Duty.ADMINISTRATOR) || duties.contains(Duty.OVERSIGHT);
    }
}
