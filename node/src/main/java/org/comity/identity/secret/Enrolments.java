package org.comity.identity.secret;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-time links by which a person without a way to sign in gets one: new people, and lost passkeys. */
public interface Enrolments {

    /**
     * Issues a link's token; one issued before no longer counts.
     *
     * @param by the administrator; null for the first administrator of a new node
     */
    String issue(String person, @Nullable String by);

    /** Whose it is, while it is unused and has not expired. */
    Optional<String> person(String token);

    /** Uses it up; false if somebody was faster. */
    boolean use(String token);

    void withdraw(String person);
}
