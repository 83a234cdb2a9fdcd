package org.comity.evidence.transfer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.OfferedItem.Later;
import org.springframework.stereotype.Component;

/**
 * Decides what is fetched without that anybody here asked for it: up to a size, up to so much of one sender, and never into the part of the disk that stays free.
 */
@Component
class FetchedUnasked {

    /** However small the disk. */
    private static final long SPARE = 64L << 20;

    private final BoundRows rows;
    private final Vault vault;
    private final TransferSettings settings;

    /** By manifest, what is still to come of each: promised to it, and not yet written. */
    private final Map<String, Long> underWay = new HashMap<>();

    /** Several ask at once: what one may take must be known when the next one asks. What is under way does not wait for it. */
    private final Object asking = new Object();

    FetchedUnasked(BoundRows rows, Vault vault, TransferSettings settings) {
        this.rows = rows;
        this.vault = vault;
        this.settings = settings;
    }

    /** Asked before its first byte, and until {@link #ended} under way; an officer's press goes before both bounds. */
    void mayBegin(Arrival arrival, long size) throws NeedsOfficer {
        synchronized (asking) {
            var others = underWay();
            if (arrival.reached() == 0 && !rows.pressed(arrival.manifest())) {
                if (size > settings.byItself().toBytes()) throw new NeedsOfficer("needs-officer");
                long beside = rows.beside(arrival.manifest(), others);
                if (beside + size > settings.ofOneSender().toBytes()) throw new NeedsOfficer("sender-bound");
            }
            synchronized (underWay) {
                underWay.put(arrival.manifest(), 0L);
            }
        }
    }

    private Set<String> underWay() {
        synchronized (underWay) {
            return Set.copyOf(underWay.keySet());
        }
    }

    /** @throws Later {@code no-space}: whoever wants it */
    void room(Arrival arrival, long missing) throws IOException {
        synchronized (underWay) {
            long promised = underWay.entrySet().stream()
                    .filter(it -> !it.getKey().equals(arrival.manifest()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long reserve = Math.max(SPARE, vault.disk() / 100 * settings.reserve());
            if (vault.room() - promised - missing < reserve)
                throw new Later("no-space", java.time.Duration.ofMinutes(1));
            underWay.put(arrival.manifest(), missing);
        }
    }

    /** What came takes up the disk, and is promised no more. */
    void missing(Arrival arrival, long bytes) {
        synchronized (underWay) {
            underWay.replace(arrival.manifest(), bytes);
        }
    }

    void ended(Arrival arrival) {
        synchronized (underWay) {
            underWay.remove(arrival.manifest());
        }
    }

    /** It waits, with this code, until an officer has it fetched. */
    static final class NeedsOfficer extends Exception {
        private final String code;

        NeedsOfficer(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
