package org.comity.casework.translations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the translation of one document stands.
 *
 * @param document name of the file that is translated; empty: the text of the act itself
 * @param language into which, as a tag
 * @param translator who translates it; a person or an office
 * @param due until when it is to be ready, or null
 * @param translation name of the file of the draft that is the translation; empty while it is not there
 * @param certifiedBy name and capacity; empty while nobody certified it
 * @param sourceSha256 of what was translated, as it was when this was recorded
 * @param translationSha256 of the translation; empty while it is not there
 */
public record DocumentTranslation(
        String draft,
        String document,
        String language,
        String translator,
        @Nullable LocalDate due,
        String translation,
        String certifiedBy,
        @Nullable LocalDate certifiedOn,
        String sourceSha256,
        String translationSha256,
        String official,
        Instant recordedAt) {

    public enum State {
        /** Somebody translates it. */
        ASKED,
        /** Its day is past, and it is not there. */
        LATE,
        DONE,
        CERTIFIED,
        /** What was translated has changed since, or the translation itself. */
        CHANGED,
        /** Another line stands in its place. */
        REPLACED
    }

    /** @param source what is translated, as it is now; {@code text} the translation as it is now; both SHA-256, empty if gone */
    public State state(String source, String text, LocalDate today) {
        if (!translation.isEmpty() && !(sourceSha256.equals(source) && translationSha256.equals(text))) {
            return State.CHANGED;
        }
        if (certifiedOn != null) return State.CERTIFIED;
        if (!translation.isEmpty()) return State.DONE;
        return due != null && due.isBefore(today) ? State.LATE : State.ASKED;
    }
}
