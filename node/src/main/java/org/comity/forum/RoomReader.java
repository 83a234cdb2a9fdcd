package org.comity.forum;

import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Who is before a page of a room: nobody, an official of this node, or a person in a seat.
 *
 * @param participant empty for nobody
 * @param person stable over sign-ins and unique on this node; empty for nobody
 * @param name as moderators would read it, were it opened
 * @param official null for everybody else
 */
public record RoomReader(
        String participant,
        String person,
        String name,
        @Nullable Official official) {

    static final RoomReader NOBODY = new RoomReader("", "", "", null);

    boolean somebody() {
        return !person.isEmpty();
    }
}
