package org.comity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.casework.OpenCalls;
import org.comity.casework.OpenCalls.OpenCall;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentActs;
import org.comity.desk.Handover.Line;
import org.comity.identity.DutyRota;
import org.comity.identity.DutyRota.Watch;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.View;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One shift tells the next what is open and what comes; the next says that it has read it. */
@Component
class HandingOver {

    static final int LONGEST_WORDS = 4000;

    /** After so many shifts nobody takes a note over any more; it stays among the earlier ones. */
    private static final Duration OVER_BY_ITSELF = Duration.ofDays(7);

    private final OpenCalls calls;
    private final HandoverRows rows;
    private final Requests requests;
    private final HandingOverInHand inHand;
    private final DueInShift shift;
    private final Compartments compartments;
    private final Officials officials;
    private final Ledger ledger;
    private final Clock clock;
    private final DutyRota rota;
    private final SeenLines seen;
    private final AwaitingAcknowledgements awaiting;
    private final CountingShift counting;

    // More than eight: a note tells of all that waits, and of who comes.
    HandingOver(
            HandoverRows rows,
            Requests requests,
            HandingOverInHand inHand,
            DueInShift shift,
            Compartments compartments,
            Officials officials,
            Ledger ledger,
            Clock clock,
            DutyRota rota,
            OpenCalls calls,
            SeenLines seen,
            AwaitingAcknowledgements awaiting,
            CountingShift counting) {
        this.counting = counting;
        this.awaiting = awaiting;
        this.seen = seen;
        this.calls = calls;
        this.compartments = compartments;
        this.rota = rota;
        this.rows = rows;
        this.requests = requests;
        this.inHand = inHand;
        this.shift = shift;
        this.officials = officials;
        this.ledger = ledger;
        this.clock = clock;
    }

    HandoversView view(String words, FormProblems problems, Official by, Language language) {
        var now = clock.instant();
        var open = calls.open(by);
        var due = due(now, open.rows());
        return new HandoversView(
                requests.count(View.OURS_TO_ACT, Compartments.ANYBODY, now),
                due.lines(),
                due.more(),
                open.more(),
                subjects(due.lines(), by, language),
                awaiting.phones(due.lines()),
                inHand.standing(due.lines(), by, language),
                shown(rows.newest(), by),
                after(by).orElse(null),
                words,
                problems);
    }

    HandoversView.Note note(long id, Official by, Language language) {
        var note = seen.of(List.of(found(id)), by).getFirst();
        var lines = note.lines();
        return shown(
                note, by, subjects(lines, by, language), awaiting.phones(lines), inHand.standing(lines, by, language));
    }

    private Handover found(long id) {
        return rows.find(id).orElseThrow(() -> new HandoverRefused("handover.unknown"));
    }

    /** As their requests say it now: a request that this reader may not see, or that is forgotten, says none. */
    private Map<String, String> subjects(List<Line> lines, Official by, Language language) {
        var threads = lines.stream()
                .map(Line::thread)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return threads.isEmpty()
                ? Map.of()
                : compartments.seen(requests.ofThreads(threads), RequestRow::thread, by.id()).stream()
                        .collect(Collectors.toMap(RequestRow::thread, it -> it.subject(language.tag())));
    }

    /** Those that nobody took over, for the desk: one that is newer takes none away. */
    List<HandoversView.Note> waiting(Official by) {
        return shown(rows.notTaken(clock.instant().minus(OVER_BY_ITSELF)), by);
    }

    @Transactional
    public long write(String words, Official by) {
        var now = clock.instant();
        var open = calls.open(by);
        var due = due(now, open.rows());
        var id = rows.add(new Handover(
                0,
                by.id(),
                now,
                words,
                requests.count(View.OURS_TO_ACT, Compartments.ANYBODY, now),
                due.lines(),
                due.more(),
                open.more(),
                after(by).map(Watch::officer).orElse(null),
                counting.of(by.id(), now),
                null,
                null));
        ledger.record(by, "handover.written", "handover-" + id, Map.of());
        return id;
    }

    private Optional<Watch> after(Official by) {
        return rota.now().flatMap(it -> it.after(by.id()));
    }

    /**
     * @param read of {@link Handover#toRead()}, what the taker says to have read
     * @return false where that is not all of it: nothing was taken over
     */
    @Transactional
    public boolean takeOver(long id, Set<String> read, Official by) {
        var note = seen.of(List.of(found(id)), by).getFirst();
        if (note.official().equals(by.id())) {
            throw new HandoverRefused("handover.second-officer-must-differ");
        }
        if (note.takenBy() == null && !read.containsAll(note.toRead())) {
            return false;
        }
        if (!rows.taken(id, by.id(), clock.instant())) {
            throw new HandoverRefused("handover.taken");
        }
        ledger.record(by, "handover.taken", "handover-" + id, Map.of("read", String.join(" ", note.toRead())));
        return true;
    }

    /**
     * Ours to answer, what is kept for us or by us and ends, and what we promised by an hour, within a shift, calls that nobody
     * has dealt with, and emergencies of ours that the other State has not acknowledged, life at risk first; then what our officers
     * have in hand. Bounded by {@link DueInShift} and by {@link UnsentActs#MOST}. A note is read by whoever comes: closed requests are not in it.
     */
    private DueInShift.Found due(Instant now, List<OpenCall> waiting) {
        var found = shift.due(now);
        var lines = new ArrayList<>(found.lines());
        waiting.forEach(it -> lines.add(line(it)));
        lines.addAll(awaiting.lines());
        // Life at risk is read first, whatever its hour.
        lines.sort(Comparator.comparing(Line::emergency)
                .reversed()
                .thenComparing(Line::at)
                .thenComparing(Line::reference));
        lines.addAll(inHand.lines());
        return new DueInShift.Found(lines, found.more());
    }

    private static Line line(OpenCall call) {
        return new Line(
                "",
                "",
                call.other() == null ? "" : call.other().id(),
                call.at(),
                false,
                call.rungBack() ? "handover.call" : "handover.call.ring-back",
                call.life(),
                "",
                null,
                "/calls/" + call.id());
    }

    private List<HandoversView.Note> shown(List<Handover> notes, Official by) {
        return seen.of(notes, by).stream()
                .map(it -> shown(it, by, Map.of(), Map.of(), Map.of()))
                .toList();
    }

    private HandoversView.Note shown(
            Handover it,
            Official by,
            Map<String, String> subjects,
            Map<String, String> phones,
            Map<String, UnsentAct> standing) {
        return new HandoversView.Note(
                it,
                officials.name(it.official()),
                officials.name(it.takenBy()),
                officials.name(it.next()),
                it.takenBy() == null && !it.official().equals(by.id()),
                subjects,
                phones,
                standing);
    }

    static final class HandoverRefused extends RuleBroken {
        HandoverRefused(String code) {
            super(code, Map.of());
        }
    }
}
