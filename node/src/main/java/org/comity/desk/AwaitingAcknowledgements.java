package org.comity.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.casework.Emergencies;
import org.comity.desk.Handover.Line;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.RequestRow;
import org.springframework.stereotype.Component;

/**
 * Keeps in sight the emergencies that we told, until the other State acknowledges: its node registers each by itself, at any
 * hour, and that says of nobody that they have read it.
 */
@Component
class AwaitingAcknowledgements {

    private static final String NEXT = "handover.not-acknowledged";

    private final Emergencies emergencies;
    private final Compartments compartments;
    private final Directory directory;
    private final Clock clock;

    AwaitingAcknowledgements(Emergencies emergencies, Compartments compartments, Directory directory, Clock clock) {
        this.emergencies = emergencies;
        this.compartments = compartments;
        this.directory = directory;
        this.clock = clock;
    }

    /** What is held, or is a letter that has not left, stands on the desk as ours to send. */
    List<AwaitedAcknowledgement> seenBy(String reader) {
        var now = clock.instant();
        var left = emergencies.toldUnacknowledged().stream()
                .filter(it -> !it.held(now) && !it.toPost())
                .toList();
        return compartments.seen(left, RequestRow::thread, reader).stream()
                .map(it ->
                        new AwaitedAcknowledgement(it, GoneParticipant.shown(directory, it.counterpart()), since(it)))
                .toList();
    }

    private static Instant since(RequestRow row) {
        var held = row.heldUntil();
        return held == null || held.isBefore(row.openedAt()) ? row.openedAt() : held;
    }

    /** For a note, which is read by whoever comes. */
    List<Line> lines() {
        return seenBy(Compartments.ANYBODY).stream()
                .map(it -> new Line(
                        it.request().thread(),
                        it.request().address(),
                        it.request().counterpart(),
                        it.since(),
                        false,
                        NEXT,
                        true,
                        "",
                        null,
                        "/requests/" + it.request().address()))
                .toList();
    }

    /** The numbers to call, by thread, as the directory has them now. */
    Map<String, String> phones(List<Line> lines) {
        return lines.stream()
                .filter(it -> it.next().equals(NEXT))
                .collect(Collectors.toMap(
                        Line::thread,
                        it -> GoneParticipant.shown(directory, it.counterpart()).phone(),
                        (one, _) -> one));
    }
}
