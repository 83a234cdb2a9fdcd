package org.comity.desk;

import static org.comity.desk.Handover.MOST_AWAITED;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Dispatches;
import org.comity.casework.Emergencies;
import org.comity.desk.Handover.Line;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps in sight the emergencies that we told, until the other State acknowledges: its node registers each by itself, at any
 * hour, and that says of nobody that they have read it.
 */
@Component
class AwaitingAcknowledgements {

    private final Emergencies emergencies;
    private final Threads threads;
    private final Compartments compartments;
    private final Directory directory;
    private final Dispatches dispatches;
    private final Clock clock;

    AwaitingAcknowledgements(
            Emergencies emergencies,
            Threads threads,
            Compartments compartments,
            Directory directory,
            Dispatches dispatches,
            Clock clock) {
        this.emergencies = emergencies;
        this.threads = threads;
        this.compartments = compartments;
        this.directory = directory;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** The newest. What is held, or is a letter that has not left, stands on the desk as ours to send. */
    ListPage<AwaitedAcknowledgement> seenBy(String reader) {
        var read = emergencies.toldUnacknowledged(compartments.hiddenFrom(reader), clock.instant(), MOST_AWAITED + 1);
        var openings = threads.openings(read.stream().map(RequestRow::thread).toList()).stream()
                .collect(Collectors.toMap(KeptAct::thread, Function.identity()));
        return ListPage.of(
                read.stream()
                        .map(it -> new AwaitedAcknowledgement(
                                it,
                                GoneParticipant.shown(directory, it.counterpart()),
                                since(it, openings.get(it.thread()))))
                        .toList(),
                MOST_AWAITED);
    }

    /** It was held, and a letter is posted only after it was approved: the later hour is when they could first know. */
    private Instant since(RequestRow row, @Nullable KeptAct opening) {
        var posted = row.dispatch() == null || opening == null
                ? null
                : dispatches.ofAct(row.thread(), opening.id()).map(this::left).orElse(null);
        return Stream.of(opening == null ? row.openedAt() : opening.keptAt(), row.heldUntil(), posted)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** At the end of the day on which it left, where somebody wrote it down later; or null. */
    private @Nullable Instant left(Dispatch letter) {
        var day = letter.day();
        if (day == null || letter.postedAt() == null || letter.atSeat()) {
            return letter.postedAt();
        }
        var over = day.plusDays(1).atStartOfDay(directory.self().zone()).toInstant();
        return over.isBefore(letter.postedAt()) ? over : letter.postedAt();
    }

    /** For a note, which is read by whoever comes. */
    List<Line> lines() {
        return seenBy(Compartments.ANYBODY).rows().stream()
                .map(it -> new Line(
                        it.request().thread(),
                        it.request().address(),
                        it.request().counterpart(),
                        it.since(),
                        false,
                        Handover.NOT_ACKNOWLEDGED,
                        true,
                        "",
                        null,
                        "/requests/" + it.request().address()))
                .toList();
    }

    /** The numbers to call, by thread, as the directory has them now. */
    Map<String, String> phones(List<Line> lines) {
        return lines.stream()
                .filter(Line::awaited)
                .collect(Collectors.toMap(
                        Line::thread,
                        it -> GoneParticipant.shown(directory, it.counterpart()).phone(),
                        (one, _) -> one));
    }
}
