package org.comity.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.View;
import org.comity.ui.ThingsDue;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what all rooms have due into one list, by the end of its period; what has none comes after, the oldest first. */
@Component
class GatheringDue {

    private static final int MOST = 60;

    private static final Comparator<Due> ORDER = Comparator.comparing(
                    Due::until, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Due::since)
            .thenComparing(Due::kind);

    private final ObjectProvider<ThingsDue> rooms;
    private final Requests requests;
    private final Directory directory;
    private final Clock clock;

    GatheringDue(ObjectProvider<ThingsDue> rooms, Requests requests, Directory directory, Clock clock) {
        this.rooms = rooms;
        this.requests = requests;
        this.directory = directory;
        this.clock = clock;
    }

    List<Due> due(Official by) {
        var all = new ArrayList<Due>();
        rooms.forEach(it -> all.addAll(it.due(by)));
        if (directory.self().kind() == ParticipantKind.SECRETARIAT) all.addAll(letters(by));
        all.sort(ORDER);
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** Of the Secretariat alone: a State finds its letters among its requests, in the same order as those. */
    private List<Due> letters(Official by) {
        return requests
                .list(Filter.of(View.OURS_TO_ACT, clock.instant()).readBy(by.id()), null, ThingsDue.MOST)
                .rows()
                .stream()
                .filter(it -> it.dispatch() != null && it.toPost())
                .map(GatheringDue::letter)
                .toList();
    }

    private static Due letter(RequestRow row) {
        Dispatch letter = row.dispatch();
        return new Due(
                "letter",
                row.named(),
                "/requests/" + row.address() + "/letter",
                letter == null ? row.changedAt() : letter.readyAt(),
                letter == null ? null : letter.postBy());
    }
}
