package org.comity.intelligence;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Says in an error of TAXII why a program gets nothing; the words are for whoever looks after that program. */
final class TaxiiRefused extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable Duration wait;

    TaxiiRefused(HttpStatus status, String why) {
        this(status, why, null);
    }

    private TaxiiRefused(HttpStatus status, String why, @Nullable Duration wait) {
        super(why, null, false, false);
        this.status = status;
        this.wait = wait;
    }

    /** @param wait until it may be asked again */
    static TaxiiRefused tooMany(String why, Duration wait) {
        return new TaxiiRefused(HttpStatus.TOO_MANY_REQUESTS, why, wait);
    }

    /** Whole seconds after which it may be asked again; nothing where waiting does not help. */
    Optional<Long> retryAfter() {
        return Optional.ofNullable(wait).map(it -> it.plusMillis(999).toSeconds());
    }

    HttpStatus status() {
        return status;
    }

    static TaxiiRefused unknown() {
        return new TaxiiRefused(HttpStatus.NOT_FOUND, "There is no such collection, object or status.");
    }

    static TaxiiRefused unreadable(String parameter) {
        return new TaxiiRefused(HttpStatus.BAD_REQUEST, "The value of %s cannot be read.".formatted(parameter));
    }
}
