package org.comity.notification;

import java.time.Instant;
import java.util.List;
import org.comity.forum.DigestOfRooms;
import org.comity.forum.KeptRoom;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an official chooses what of the rooms comes by mail.
 *
 * @param domains to which a digest may go
 * @param on this node sends mail
 * @param next when the next one is due; null where none goes
 * @param error why the last one could not be sent; null if it was, or there was none
 */
public record DigestView(
        DigestForm form,
        FormProblems problems,
        List<KeptRoom> rooms,
        List<Language> languages,
        List<String> domains,
        boolean on,
        @Nullable Instant next,
        @Nullable String error) {

    /** There are more than stand to be chosen. */
    public boolean moreRooms() {
        return rooms.size() > DigestOfRooms.MOST_ROOMS;
    }
}
