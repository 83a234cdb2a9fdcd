package org.comity.operator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Sign-in of the operator's people, with a lock-out: after five failures a name waits at that address, after twenty the
 * address waits, after a hundred the name waits everywhere; a minute first, then two, four … up to an hour. A name alone is
 * counted so generously because otherwise anybody could keep a person out by failing in its name.
 */
class GuardedSignIn implements AuthenticationProvider {

    static final int FAILURES_OF_A_NAME_AT_AN_ADDRESS = 5;
    static final int FAILURES_OF_AN_ADDRESS = 20;
    static final int FAILURES_OF_A_NAME = 100;

    private final FailedSignIns failures;
    private final DaoAuthenticationProvider passwords;
    private final Clock clock;

    GuardedSignIn(FailedSignIns failures, UserDetailsService people, Clock clock) {
        this.failures = failures;
        this.passwords = new DaoAuthenticationProvider(people);
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        var name = attempt.getName();
        var address = attempt.getDetails() instanceof WebAuthenticationDetails it
                ? CallerOrigin.of(it.getRemoteAddress()).text()
                : "";
        var counted = new LinkedHashMap<String, Integer>();
        counted.put(key("address", address), FAILURES_OF_AN_ADDRESS);
        counted.put(key("both", name + "\n" + address), FAILURES_OF_A_NAME_AT_AN_ADDRESS);
        counted.put(key("name", name), FAILURES_OF_A_NAME);
        counted.forEach(this::count);

        var proven = passwords.authenticate(attempt);
        forgive(counted);
        return proven;
    }

    private void count(String who, int limit) {
        if (!failures.count(who, limit, clock.instant())) {
            throw new LockedException("too many failures");
        }
    }

    /** A success clears what is this person's here; of address and name it takes back only its own count. */
    private void forgive(Map<String, Integer> counted) {
        counted.forEach((who, limit) -> {
            if (limit == FAILURES_OF_A_NAME_AT_AN_ADDRESS) {
                failures.clear(who);
            } else {
                failures.takeBack(who, limit);
            }
        });
    }

    /** A hash, so that a password that was typed as a name is not kept. */
    private static String key(String kind, String who) {
        return kind + ":" + Digests.sha256(who.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
