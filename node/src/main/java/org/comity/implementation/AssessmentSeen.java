package org.comity.implementation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/** Tells what stood on the page on which something was typed, by when it was kept: nobody replaces what was not there. */
final class AssessmentSeen {

    static final String CHANGED = "assess.wrong.changed";

    private static final String FIELD = "seen";

    private AssessmentSeen() {}

    /** Null where nothing was kept, or it cannot be read. */
    static @Nullable Instant read(Map<String, String> typed) {
        try {
            return Instant.parse(typed.getOrDefault(FIELD, ""));
        } catch (DateTimeParseException nothing) {
            return null;
        }
    }

    /** What the form carries: still what was seen first, unless the page now says that it has changed. */
    static String shown(Map<String, String> typed, FormProblems problems, @Nullable Instant kept) {
        boolean told = problems.all().stream().anyMatch(it -> it.key().equals(CHANGED));
        var now = kept == null ? "" : kept.toString();
        return told ? now : typed.getOrDefault(FIELD, now);
    }
}
