package org.comity.exchange.outbox;

import java.time.Instant;
import org.comity.exchange.Exchange.Sending;
import org.comity.exchange.Exchange.Status;
import org.jspecify.annotations.Nullable;

/** Says how far the sending of an act has come. */
record SendingState(
        String status,
        int attempts,
        Instant since,
        Instant nextAttempt,
        Instant notBefore,
        @Nullable String lastError,
        boolean told) {

    Sending at(Instant now) {
        boolean held = status.equals("QUEUED") && attempts == 0 && notBefore.isAfter(now);
        return new Sending(
                held ? Status.HELD : Status.valueOf(status),
                attempts,
                since.isBefore(notBefore) ? notBefore : since,
                status.equals("QUEUED") ? nextAttempt : null,
                lastError,
                told);
    }
}
