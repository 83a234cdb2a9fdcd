package org.comity.evidence.vault;

import java.io.IOException;
import java.util.UUID;
import org.comity.evidence.vault.Vault.HandingOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on what is whole, one after the other: one that cannot be read keeps no other from the bucket. */
final class HandingOnWhole {

    private static final Logger log = LoggerFactory.getLogger(HandingOnWhole.class);

    private final DirectoryVault here;
    private final S3Bucket bucket;
    private final One one;

    interface One {
        void handOn(UUID item) throws IOException;
    }

    HandingOnWhole(DirectoryVault here, S3Bucket bucket, One one) {
        this.here = here;
        this.bucket = bucket;
        this.one = one;
    }

    HandingOn turn() {
        sweep();
        int failed = 0;
        try {
            for (int part = 0; part < 256; part++) {
                for (var each : here.folders("%02x".formatted(part)).entrySet()) {
                    if (!each.getValue().startsWith("kept/") || handedOn(each.getKey())) continue;
                    failed++;
                    if (!answers()) return new HandingOn(failed, true);
                }
            }
        } catch (IOException e) {
            log.warn("What is whole could not be looked through: {}", e.toString());
            failed++;
        }
        return new HandingOn(failed, false);
    }

    private boolean handedOn(String item) {
        try {
            one.handOn(UUID.fromString(item));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            log.warn("{} is whole, could not be handed on to the bucket, and stays here: {}", item, e.toString());
            return false;
        }
    }

    private void sweep() {
        try {
            here.sweep();
        } catch (IOException e) {
            log.warn("What was handed on could not be deleted here: {}", e.toString());
        }
    }

    private boolean answers() {
        try {
            bucket.any("kept/");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
