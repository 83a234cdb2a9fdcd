package org.comity.forum;

import java.util.List;
import java.util.Objects;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk of a moderator of appeals against what others moderated, in the rooms that the moderator has. */
@Component
class DueAppeals implements ThingsDue {

    private final Moderating moderating;
    private final RoomReaders readers;

    DueAppeals(Moderating moderating, RoomReaders readers) {
        this.moderating = moderating;
        this.readers = readers;
    }

    @Override
    public List<Due> due(Official by) {
        return moderating.appeals(readers.of(by)).stream()
                .limit(MOST)
                .map(it -> new Due(
                        "appeal",
                        Long.toString(it.post()),
                        "/rooms/posts/" + it.post(),
                        Objects.requireNonNull(it.appealedAt()),
                        null))
                .toList();
    }
}
