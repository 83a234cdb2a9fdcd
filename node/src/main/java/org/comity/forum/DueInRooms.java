package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk what was asked of the State in rooms by a day, and of a moderator what moderators were told. */
@Component
class DueInRooms implements ThingsDue {

    private final WaitingForParticipant waiting;
    private final TellingModerators telling;
    private final RoomReaders readers;
    private final RoomAccess access;

    DueInRooms(WaitingForParticipant waiting, TellingModerators telling, RoomReaders readers, RoomAccess access) {
        this.waiting = waiting;
        this.telling = telling;
        this.readers = readers;
        this.access = access;
    }

    @Override
    public List<Due> due(Official by) {
        var reader = readers.of(by);
        if (!access.holds(reader)) return List.of();
        var asked = waiting.of(reader, "").stream()
                .filter(it -> it.why() != WaitingTopic.Why.APPEAL)
                .map(it -> {
                    var end = it.by().atTime(LocalTime.MAX).toInstant(UTC);
                    return new Due(
                            "room-" + it.why().word(),
                            it.title().isEmpty() ? it.room() : it.title(),
                            "/rooms" + it.link(),
                            it.since(),
                            end);
                });
        var told = telling.open(reader).stream()
                .map(it -> new Due("room-notice", Long.toString(it.post()), "/rooms/moderation", it.at(), null));
        return Stream.concat(asked, told).limit(MOST).toList();
    }
}
