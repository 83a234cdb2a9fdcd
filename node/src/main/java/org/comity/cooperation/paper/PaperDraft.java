package org.comity.cooperation.paper;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request being written down.
 *
 * @param recognised keys of fields that a machine filled
 * @param original the pasted text, as it came
 * @param reference once recorded
 */
record PaperDraft(
        String id,
        String counterpart,
        Typed typed,
        Set<String> recognised,
        String original,
        byte @Nullable [] scan,
        Status status,
        @Nullable String reference,
        String official,
        Instant savedAt) {

    enum Status {
        WRITING,
        RECORDED,
        DISCARDED
    }

    PaperDraft with(Typed newer, Instant at) {
        return new PaperDraft(id, counterpart, newer, recognised, original, scan, status, reference, official, at);
    }
}
