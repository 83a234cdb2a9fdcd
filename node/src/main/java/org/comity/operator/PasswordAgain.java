package org.comity.operator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.comity.proof.form.Digests;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/**
 * Asks one of the operator's people for the password once more when they admit: the browser sends the first one by itself,
 * also for whoever finds it open. Counted apart, because each page that is fetched meanwhile clears the count of sign-ins.
 */
@Profile("operator")
@Component
class PasswordAgain {

    static final int FAILURES = 5;

    private final FailedSignIns failures;
    private final DaoAuthenticationProvider passwords;
    private final Clock clock;

    PasswordAgain(FailedSignIns failures, UserDetailsService people, Clock clock) {
        this.failures = failures;
        this.passwords = new DaoAuthenticationProvider(people);
        this.clock = clock;
    }

    boolean isRight(String name, String password) {
        var who = "again:" + Digests.sha256(name.getBytes(StandardCharsets.UTF_8));
        if (!failures.count(who, FAILURES, clock.instant())) {
            return false;
        }
        try {
            passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
        } catch (AuthenticationException e) {
            return false;
        }
        failures.clear(who);
        return true;
    }
}
