package org.comity.forum;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a topic.
 *
 * @param next the post after which the next page begins
 * @param accepted the answer that who asked accepted; on the first page
 * @param asked the reader asked it, and may accept
 * @param taken the reader may take it along as a file
 */
public record TopicView(
        KeptRoom room,
        KeptTopic topic,
        List<KeptPost> posts,
        @Nullable Long next,
        @Nullable KeptPost accepted,
        boolean asked,
        Map<Long, List<TranslationOrigin>> translations,
        List<ParticipantStance> stances,
        boolean mayWrite,
        boolean moderates,
        boolean taken) {}
