package org.comity.paper;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request, or an answer, being written down.
 *
 * @param recognised keys of fields that a machine filled
 * @param original the pasted text, as it came
 * @param version counted up by each saving
 * @param thread of an answer; null of a request, which has none yet
 * @param reference once recorded, with who gave it: another authority may use the same; alone in older rows
 */
record PaperDraft(
        String id,
        String counterpart,
        @Nullable String thread,
        TypedValues typed,
        Set<String> recognised,
        String original,
        byte @Nullable [] scan,
        Status status,
        @Nullable String reference,
        String official,
        Instant savedAt,
        long version) {

    enum Status {
        WRITING,
        RECORDED,
        DISCARDED
    }

    /** Where its request is. */
    RequestAddress address() {
        return RequestAddress.of(Objects.requireNonNull(reference));
    }

    PaperDraft with(TypedValues newer, byte @Nullable [] scanned, Instant at) {
        return new PaperDraft(
                id,
                counterpart,
                thread,
                newer,
                recognised,
                original,
                scanned,
                status,
                reference,
                official,
                at,
                version + 1);
    }
}
