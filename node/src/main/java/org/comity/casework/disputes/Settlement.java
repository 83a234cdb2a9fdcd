package org.comity.casework.disputes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Says how a dispute was settled between the authorities, in our words.
 *
 * @param continuedIn reference of the request in which work goes on; empty when it ends here
 * @param second official who agreed; null while none has
 */
public record Settlement(
        String thread,
        String words,
        String continuedIn,
        String proposedBy,
        Instant proposedAt,
        @Nullable String second,
        @Nullable Instant secondedAt) {

    /** As one reads it who may not know of the request in which work goes on. */
    Settlement withoutRequest() {
        return new Settlement(thread, words, "", proposedBy, proposedAt, second, secondedAt);
    }

    /** SHA-256 of exactly these words: what the second officer's approval is over. */
    public String hash() {
        return Digests.sha256((thread + "\n" + continuedIn + "\n" + words).getBytes(UTF_8));
    }
}
