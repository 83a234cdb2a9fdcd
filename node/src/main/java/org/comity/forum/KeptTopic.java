package org.comity.forum;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * A topic of a room. Its title bears the label of its first post.
 *
 * @param title empty where its first post was withdrawn, and for whom may not read it while that is hidden
 * @param accepted the post that who asked accepted as the answer
 * @param staleAt since when it is out of date
 */
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
        @Nullable Instant staleAt) {}
