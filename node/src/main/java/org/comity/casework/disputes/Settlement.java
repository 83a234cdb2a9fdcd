package org.comity.casework.disputes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.comity.proof.form.Digests;
import org.comity.ui.SeenMark;
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

    boolean says(Settlement other) {
        return words.equals(other.words)
                && continuedIn.equals(other.continuedIn)
                && proposedBy.equals(other.proposedBy);
    }

    /** What a form on a page that shows it carries: who put it forward and when, so that no request is told by it. */
    String mark() {
        return SeenMark.of(proposedBy, proposedAt.toString(), words);
    }

    /** SHA-256 of exactly these words: what the second officer's approval is over. */
    public String hash() {
        return Digests.sha256((thread + "\n" + continuedIn + "\n" + words).getBytes(UTF_8));
    }
}
