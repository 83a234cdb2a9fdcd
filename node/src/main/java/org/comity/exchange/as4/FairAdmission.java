package org.comity.exchange.as4;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.comity.exchange.Refusal;

/**
 * Shares the port among those who knock: so many requests may come at a time, of all and of one participant, and so many of those that have come whole may wait. So who waits for bytes keeps nobody from being handled.
 */
final class FairAdmission {

    private static final String BUSY = "busy";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore coming;
    private final Semaphore handled;
    private final int ofOne;
    private final int atOnce;
    /** As many as the directory pins: nobody else comes this far. */
    private final Map<X509Certificate, Semaphore> parties = new ConcurrentHashMap<>();

    FairAdmission(As4Settings settings) {
        this.coming = new Semaphore(settings.requests());
        this.handled = new Semaphore(settings.threads(), true);
        this.ofOne = settings.requestsOfOneParty();
        this.atOnce = settings.threads();
    }

    /** Close it when the request is over. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Its body may come. */
    Turn coming(X509Certificate party) throws Refusal {
        var own = parties.computeIfAbsent(party, it -> new Semaphore(ofOne));
        if (!own.tryAcquire()) throw new Refusal(BUSY, "too many requests of this participant at a time");
        if (!coming.tryAcquire()) {
            own.release();
            throw new Refusal(BUSY, "too many requests at a time");
        }
        return () -> {
            coming.release();
            own.release();
        };
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
