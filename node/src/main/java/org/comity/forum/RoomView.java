package org.comity.forum;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One room with its topics.
 *
 * @param inside its name and terms are for this reader; else only what was widened is
 * @param next the topic after which the next page begins
 * @param members for who is in it; empty for others
 */
public record RoomView(
        KeptRoom room,
        boolean inside,
        List<KeptTopic> topics,
        @Nullable Long next,
        List<RoomMember> members,
        boolean mayWrite,
        boolean leads) {

    /** What this reader may begin here. */
    public List<TopicKind> kinds() {
        return Arrays.stream(TopicKind.values())
                .filter(it -> !it.led() || room.working() && leads)
                .toList();
    }
}
