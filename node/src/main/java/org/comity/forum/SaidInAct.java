package org.comity.forum;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** Reads what an act says to a room; nobody but its sender's node has looked at it. */
final class SaidInAct {

    /** Kinds of which each participant has one line in a topic. */
    private static final Set<String> LINES = Set.of("stance", "tried");

    private SaidInAct() {}

    static boolean stands(Map<String, Object> said) {
        return LINES.contains(PlacingActs.text(said, "kind"));
    }

    static Optional<String> line(Map<String, Object> said) {
        return tries(said)
                ? ParticipantStance.of(PlacingActs.text(said, "tried"), ParticipantStance.TRIED)
                : ParticipantStance.of(PlacingActs.text(said, "stance"), ParticipantStance.ALL);
    }

    /** It says something to the moderators of the room, and nothing in it. */
    static boolean notifies(Map<String, Object> said) {
        return PlacingActs.text(said, "kind").equals("notice");
    }

    /** The number of the contribution that it is about. */
    static Optional<Long> post(Map<String, Object> said) {
        return Optional.of(PlacingActs.text(said, "post"))
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    static boolean tries(Map<String, Object> said) {
        return PlacingActs.text(said, "kind").equals("tried");
    }

    static boolean opens(Map<String, Object> said) {
        return TopicKind.of(PlacingActs.text(said, "kind"))
                .filter(it -> it == TopicKind.QUESTION || it == TopicKind.LESSON)
                .isPresent();
    }

    /** Nobody but the sender's own node has looked at an act's fields: a room takes what its own form would take. */
    static boolean fits(Map<String, Object> said) {
        if (stands(said)) {
            return line(said).isPresent() && PlacingActs.text(said, "text").length() <= ParticipantStance.LONGEST;
        }
        if (notifies(said)) return Moderating.fits(PlacingActs.text(said, "text"));
        boolean kind = PlacingActs.text(said, "kind").equals("answer")
                || opens(said) && !PlacingActs.text(said, "title").isEmpty();
        return kind
                && PostForm.fits(PlacingActs.text(said, "text"))
                && PostForm.isLanguage(PlacingActs.text(said, "language"));
    }

    static List<String> asked(Map<String, Object> said) {
        return participants(said.get("asked"));
    }

    static List<String> participants(@Nullable Object listed) {
        return listed instanceof List<?> list
                ? list.stream()
                        .map(it -> TypedText.clean(String.valueOf(it)))
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    static Optional<LocalDate> day(Map<String, Object> said) {
        return TypedText.day(PlacingActs.text(said, "answerBy"));
    }
}
