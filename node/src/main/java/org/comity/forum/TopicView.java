package org.comity.forum;

import java.util.List;
import java.util.Map;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * One page of a topic.
 *
 * @param next the post after which the next page begins
 * @param accepted the answer that who asked accepted; on the first page
 * @param asked the reader asked it, and may accept
 * @param standing what stands for the reader's participant, whoever of its officials said it
 * @param tries the reader may say how the accepted answer went
 * @param taken the reader may take it along as a file
 */
// More than twelve: a page with everything that its reader may do there.
public record TopicView(
        KeptRoom room,
        KeptTopic topic,
        List<KeptPost> posts,
        @Nullable Long next,
        @Nullable KeptPost accepted,
        boolean asked,
        Map<Long, List<TranslationOrigin>> translations,
        List<ParticipantStance> stances,
        @Nullable ParticipantStance standing,
        boolean tries,
        boolean mayWrite,
        boolean moderates,
        boolean taken) {

    /** What a form about it carries. */
    public String seen() {
        return standing == null ? SeenMark.NOTHING : standing.mark();
    }

    /** It is about what can be said now: of an answer that is not the accepted one any more nothing is shown. */
    public @Nullable ParticipantStance shownStanding() {
        return standing == null
                        || standing.untold()
                        || standing.answer() != null && !standing.answer().equals(topic.accepted())
                ? null
                : standing;
    }
}
