package org.comity.thread.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Retention: what an act said goes; that it was said, by whom, and the signature over it, stays. */
@Component
class ForgettingBodies {

    private final ActRows acts;
    private final Ledger ledger;
    private final Clock clock;

    ForgettingBodies(ActRows acts, Ledger ledger, Clock clock) {
        this.acts = acts;
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean forget(String act) {
        var container = acts.container(act, true);
        if (container.isEmpty() || !acts.forget(act, signaturesOf(container.get()), clock.instant())) {
            return false;
        }
        ledger.record(null, "body.forgotten", act, Map.of());
        return true;
    }

    /** Only what stands under META-INF: signature, manifest of hashes, time stamps. */
    static byte[] signaturesOf(byte[] container) {
        var kept = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(container));
                var to = new ZipOutputStream(kept)) {
            for (var file = from.getNextEntry(); file != null; file = from.getNextEntry()) {
                if (file.getName().startsWith("META-INF/")) {
                    to.putNextEntry(new ZipEntry(file.getName()));
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept.toByteArray();
    }
}
