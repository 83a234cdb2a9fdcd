package org.comity.exchange.as4;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.comity.exchange.Refusal;
import org.comity.port.ConcurrencyLimit;
import org.comity.port.ConcurrencyLimit.Full;
import org.comity.port.ConcurrencyLimit.Turn;

/**
 * Shares the port among those who knock: so many requests may come at a time, of all and of one participant, and so many of those that have come whole may wait. So who waits for bytes keeps nobody from being handled.
 */
final class FairAdmission {

    private static final String BUSY = "busy";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConcurrencyLimit<X509Certificate> coming;
    private final Semaphore handled;
    private final int atOnce;

    FairAdmission(As4Settings settings) {
        this.coming = ConcurrencyLimit.ofAllAndEach(settings.requests(), settings.requestsOfOneParty());
        this.handled = new Semaphore(settings.threads(), true);
        this.atOnce = settings.threads();
    }

    /** Its body may come. */
    Turn coming(X509Certificate party) throws Refusal {
        try {
            return coming.take(party);
        } catch (Full full) {
            throw new Refusal(
                    BUSY,
                    full.ofOne() ? "too many requests of this participant at a time" : "too many requests at a time");
        }
    }

    /** Its body is here, and it may be worked on. */
    Turn handled() throws Refusal {
        if (!await(1, PATIENCE)) throw new Refusal(BUSY, "too many messages at a time");
        return handled::release;
    }

    /** Nothing new is handled; what is under way has so long to end. */
    void close(Duration within) {
        await(atOnce, within);
    }

    private boolean await(int permits, Duration within) {
        try {
            return handled.tryAcquire(permits, within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
