package org.comity.forum;

import java.util.List;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Who is in a room and who moderates, as officers of this node see it. */
public record HeldRoomView(
        KeptRoom room, List<RoomMember> members, List<String> moderators, boolean mayOpen, List<Official> officials) {

    public @Nullable String next() {
        return room.openedAt() == null ? "forum.next.open" : moderators.size() < 2 ? "forum.next.moderators" : null;
    }
}
