package org.comity.seat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.paper.TypedValues;
import org.comity.proof.act.Act;
import org.comity.proof.seat.SeatProof;
import org.comity.seat.SeatDraftRows.Written;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an act as it is shown before it is signed, for a while and not without bound. */
@Component
@Transactional
class KeepingSeatActs {

    private static final Duration UNSENT = Duration.ofDays(7);
    private static final Duration WAITING = Duration.ofDays(30);
    private static final int MOST_UNSENT = 50;

    private final SeatDraftRows drafts;
    private final MakingSeatActs making;
    private final Clock clock;

    KeepingSeatActs(SeatDraftRows drafts, MakingSeatActs making, Clock clock) {
        this.drafts = drafts;
        this.making = making;
        this.clock = clock;
    }

    /** What makes an act one from this seat (R153). */
    static TreeMap<String, String> facts(SeatOfPerson seat) {
        return new TreeMap<>(Map.of("recorded", SeatProof.SEAT, "speaker", seat.authority(), "key", seat.keyHash()));
    }

    /** What somebody typed, to be changed, and the names of the files that they chose with it. */
    record TypedSeatAct(TypedValues values, Set<String> files) {}

    /**
     * What was typed for an act that is not sent yet; nothing where there is none.
     *
     * @param act its id, or empty
     */
    @Transactional(readOnly = true)
    TypedSeatAct typed(SeatOfPerson seat, String thread, String type, String act) {
        var values = drafts.typed(act, seat.authority(), thread, type);
        return new TypedSeatAct(
                new TypedValues(values),
                values.isEmpty() ? Set.of() : drafts.files(act).chosen());
    }

    /** With what was typed in its form. */
    String keep(SeatOfPerson seat, Act act, SeatFiles files, Map<String, List<String>> typed) {
        var id = keep(seat, act, files);
        var fields = new TreeMap<>(typed);
        fields.keySet().removeIf(it -> it.startsWith("_"));
        drafts.addTyped(id, fields);
        return id;
    }

    /** @return the act's id */
    String keep(SeatOfPerson seat, Act act, SeatFiles files) {
        drafts.forget(clock.instant().minus(UNSENT), clock.instant().minus(WAITING));
        drafts.add(
                new Written(
                        act.id(),
                        seat.id(),
                        seat.authority(),
                        act.envelope().thread(),
                        act.envelope().type(),
                        act.json(),
                        making.pdf(act, List.of(), files),
                        null),
                clock.instant());
        drafts.addFiles(act.id(), files);
        drafts.forgetAllBut(MOST_UNSENT, seat.id());
        return act.id();
    }
}
