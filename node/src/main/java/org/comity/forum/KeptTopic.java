package org.comity.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a room. Its title bears the label of its first post.
 *
 * @param title empty where its first post was withdrawn, and for whom may not read it while that is hidden
 * @param accepted the post that who asked accepted as the answer
 * @param staleAt since when it is out of date
 * @param asked participants that who opened a question asked for an answer
 * @param dueOn the day by which an answer was asked for, or the last of a temperature check
 */
// More than twelve: it is the row of a topic.
public record KeptTopic(
        long id,
        String room,
        TopicKind kind,
        String title,
        String language,
        TrafficLight light,
        List<String> articles,
        Instant openedAt,
        Instant lastAt,
        @Nullable Long accepted,
        @Nullable Instant staleAt,
        List<String> asked,
        @Nullable LocalDate dueOn) {

    /** After its last day a temperature check takes no more lines. */
    public boolean over(LocalDate today) {
        return kind == TopicKind.CHECK && dueOn != null && dueOn.isBefore(today);
    }

    boolean isAccepted(@Nullable Long post) {
        return post != null && post.equals(accepted);
    }

    /** What participants may say of it in a line: where they stand, or how the accepted answer went; else nothing. */
    public List<String> lines() {
        if (kind == TopicKind.CHECK) return ParticipantStance.ALL;
        return kind == TopicKind.QUESTION && accepted != null ? ParticipantStance.TRIED : List.of();
    }
}
