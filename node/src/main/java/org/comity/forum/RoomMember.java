package org.comity.forum;

import java.time.Instant;
import org.comity.vocabulary.SharingRole;
import org.jspecify.annotations.Nullable;

/**
 * A participant, or a person of it who is named, as a member of a room.
 *
 * @param person empty where the whole participant is meant
 * @param grouping how a room under the Chatham House Rule calls it, e.g. a regional group
 * @param broughtBy the member that brought an observer
 */
public record RoomMember(
        String room,
        String participant,
        String person,
        SharingRole role,
        String grouping,
        boolean chair,
        @Nullable String broughtBy,
        Instant since) {

    boolean is(RoomReader reader) {
        return participant.equals(reader.participant()) && (person.isEmpty() || person.equals(reader.person()));
    }
}
