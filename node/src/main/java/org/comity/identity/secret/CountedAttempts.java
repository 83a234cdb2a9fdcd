package org.comity.identity.secret;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.identity.settings.IdentitySettings;
import org.comity.identity.settings.SignInLimits;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.CallerOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts in transactions of its own; keeps hashes, so that a mistyped password in the name field is not stored. */
@Component
class CountedAttempts implements FailedAttempts {

    private final FailureRows rows;
    private final SignInLimits limits;
    private final Clock clock;
    private final TransactionTemplate apart;

    CountedAttempts(FailureRows rows, IdentitySettings settings, Clock clock, UnpooledConnections apart) {
        this.rows = rows;
        this.limits = settings.signIn();
        this.clock = clock;
        this.apart = apart.transaction();
    }

    @Override
    public <T> T guard(@Nullable String person, @Nullable String address, Supplier<T> proof) {
        var now = clock.instant();
        var counted = new LinkedHashMap<String, Integer>();
        if (address != null) {
            counted.put(key("address", CallerOrigin.of(address).text()), limits.failuresPerAddress());
        }
        var own = person == null ? null : key(address == null ? "signed-in" : "person", person);
        if (own != null) {
            counted.put(own, limits.failuresPerPerson());
        }
        counted.forEach((who, limit) -> count(who, limit, now));

        var result = proof.get();
        apart.executeWithoutResult(status -> forgive(counted, own));
        return result;
    }

    private void count(String who, int limit, Instant now) {
        var waiting = apart.execute(status -> rows.count(who, limit, limits, now)
                ? Optional.<Instant>empty()
                : Optional.ofNullable(rows.waitUntil(who)));
        if (waiting != null && waiting.isPresent()) {
            throw SignInRefused.waiting(Duration.between(now, waiting.get()).toMinutes() + 1);
        }
    }

    /** A success clears the person; of the address it takes back only its own count, so that no one resets it. */
    private void forgive(Map<String, Integer> counted, @Nullable String person) {
        counted.forEach((who, limit) -> {
            if (who.equals(person)) {
                rows.clear(who);
            } else {
                rows.takeBack(who, limit);
            }
        });
    }

    private static String key(String kind, String who) {
        return kind + ":" + Digests.sha256(who.getBytes(StandardCharsets.UTF_8));
    }
}
