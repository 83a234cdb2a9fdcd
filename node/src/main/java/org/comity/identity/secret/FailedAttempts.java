package org.comity.identity.secret;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes failing cost: after some failures in a row the person, or the address, waits, and longer each time. */
public interface FailedAttempts {

    /**
     * Lets the proof be tried. It counts as a failure before it is tried, so that many at once gain nothing, and is
     * forgiven when it succeeds. Counting survives a roll-back of the caller's transaction.
     *
     * @param person null when the proof itself says who it is
     * @param address null when the person is already signed in: counted apart, so that nobody who fails from outside under a
     *     known name keeps an officer who sits there from approving
     * @throws SignInRefused while one of them has to wait
     */
    <T> T guard(@Nullable String person, @Nullable String address, Supplier<T> proof);
}
