package org.comity.implementation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * One question, what is known of it, and its answer as typed.
 *
 * @param kept null where nobody has answered
 * @param typed by field: {@code choice}, {@code words}, {@code law}, {@code inForce}
 * @param known what the node knows already
 * @param theirs answers that an office gave by a link and nobody has accepted
 */
public record QuestionView(
        Question question,
        int number,
        int of,
        @Nullable String previous,
        @Nullable String next,
        @Nullable KeptAnswer kept,
        java.util.Map<String, String> typed,
        List<KnownAnswer> known,
        List<NamedEvidence> evidence,
        List<Theirs> theirs,
        FormProblems problems) {

    /** For the form. */
    public String seen() {
        return AssessmentSeen.shown(typed, problems, kept == null ? null : kept.at());
    }

    public record Theirs(long link, String office, OfficeLink.Theirs answer) {}

    /** As typed, as kept, or where neither is there as the node knows it. */
    public String value(String field) {
        if (kept != null || !typed.isEmpty()) {
            return typed.getOrDefault(field, "");
        }
        return switch (field) {
            case "words" -> joined(KnownAnswer::words);
            case "law" -> joined(KnownAnswer::law);
            default -> "";
        };
    }

    private String joined(Function<KnownAnswer, String> part) {
        return known.stream().map(part).filter(it -> !it.isEmpty()).collect(Collectors.joining("\n"));
    }
}
