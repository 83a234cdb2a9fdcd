package org.comity.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.procedure.Draft;
import org.jspecify.annotations.Nullable;

/** An act being written, as programs read it. */
// More than twelve: each is a member of the documented answer.
record DraftJson(
        String id,
        String procedure,
        String type,
        String role,
        String counterpart,
        @Nullable String reference,
        String status,
        long version,
        boolean needsSecondOfficer,
        Map<String, Object> body,
        Map<String, String> facts,
        List<Draft.File> files,
        Instant savedAt,
        @Nullable String act,
        @Nullable String givenBack,
        @Nullable Instant notBefore) {

    static DraftJson of(Draft draft, boolean needsSecondOfficer) {
        return new DraftJson(
                draft.id(),
                draft.procedure(),
                draft.type(),
                draft.role().word(),
                draft.counterpart(),
                draft.reference(),
                RequestJson.word(draft.status()),
                draft.version(),
                needsSecondOfficer,
                draft.body(),
                draft.facts(),
                draft.files(),
                draft.savedAt(),
                draft.act(),
                draft.givenBack(),
                draft.notBefore());
    }

    /** @param cursor give it as {@code after} for the next drafts; null at the end */
    record Listed(List<DraftJson> drafts, @Nullable String cursor) {}
}
