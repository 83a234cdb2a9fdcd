package org.comity.forum;

import java.util.List;
import org.comity.casework.NoticesForSeats;
import org.comity.casework.PersonInSeat;
import org.springframework.stereotype.Component;

/** Tells a person in a seat what moderators did with the person's words, and for how long it can be appealed. */
@Component
class ModerationNotices implements NoticesForSeats {

    private final Moderating moderating;

    ModerationNotices(Moderating moderating) {
        this.moderating = moderating;
    }

    @Override
    public List<Notice> notices(PersonInSeat person) {
        return moderating.appealable(RoomReaders.person(person)).stream()
                .map(it -> new Notice(
                        "/seat/rooms/posts/" + it.post(),
                        "forum.touched." + it.action().word(),
                        it.post(),
                        "forum.reason." + it.reason(),
                        "seat.notice.days",
                        moderating.daysLeft(it)))
                .toList();
    }
}
