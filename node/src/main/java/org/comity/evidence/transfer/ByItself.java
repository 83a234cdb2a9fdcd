package org.comity.evidence.transfer;

import java.io.IOException;
import org.comity.evidence.Arrivals.Arrival;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.Source.Later;
import org.springframework.stereotype.Component;

/**
 * What is fetched without that anybody here asked for it: up to a size, up to so much of one sender, and never into the part
 * of the disk that stays free.
 */
@Component
class ByItself {

    /** However small the disk. */
    private static final long SPARE = 64L << 20;

    private final BoundRows rows;
    private final Vault vault;
    private final TransferSettings settings;

    ByItself(BoundRows rows, Vault vault, TransferSettings settings) {
        this.rows = rows;
        this.vault = vault;
        this.settings = settings;
    }

    /** Asked before its first byte; an officer's press goes before both bounds. */
    void mayBegin(Arrival arrival, long size) throws NeedsOfficer {
        if (arrival.reached() > 0 || rows.pressed(arrival.manifest())) return;
        if (size > settings.byItself().toBytes()) throw new NeedsOfficer("needs-officer");
        long beside = rows.beside(arrival.manifest());
        if (beside + size > settings.ofOneSender().toBytes()) throw new NeedsOfficer("sender-bound");
    }

    /** @throws Later {@code no-space}: whoever wants it */
    void room(long missing) throws IOException {
        long reserve = Math.max(SPARE, vault.disk() / 100 * settings.reserve());
        if (vault.room() - missing < reserve) throw new Later("no-space", java.time.Duration.ofMinutes(1));
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
