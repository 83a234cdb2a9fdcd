package org.comity.identity.secret;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives one-time links by which a person without a way to sign in gets one: new people, and lost passkeys. */
public interface Enrolments {

    /**
     * Issues a link's token; one issued before no longer counts.
     *
     * @param by the administrator; null for the first administrator of a new node
     */
    String issue(String person, @Nullable String by);

    /** The same for a link that opens nothing before a second person has confirmed it. */
    String prepare(String person, String by);

    /**
     * The prepared link of a person counts from now on, together with a code that only the second person is shown: neither
     * the one who has the link nor the one who has the code can enrol in the person's place.
     *
     * @param by whoever is shown the code; never who has the link
     * @return the code; empty if no link waits that another has
     */
    Optional<String> confirm(String person, String by);

    /** Whose it is, while it is unused and has not expired, confirmed or not. */
    Optional<Link> link(String token);

    /** Uses it up; false if it is not confirmed, the code is not its own, or somebody was faster. */
    boolean use(String token, String code);

    void withdraw(String person);

    /**
     * @param waits for a second person
     * @param coded the second person's code has to be shown with it
     */
    record Link(String person, boolean waits, boolean coded) {}
}
