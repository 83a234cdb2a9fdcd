package org.comity.seat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comity.proof.act.Act;
import org.comity.proof.seat.SeatProof;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists what one officer of an authority approved and another has still to approve, as each of them sees it. */
@Component
@Transactional(readOnly = true)
class WaitingForPasskeys {

    private final SeatDraftRows drafts;
    private final OpeningFromSeats openings;
    private final MakingSeatActs making;
    private final Threads threads;

    WaitingForPasskeys(SeatDraftRows drafts, OpeningFromSeats openings, MakingSeatActs making, Threads threads) {
        this.drafts = drafts;
        this.openings = openings;
        this.making = making;
        this.threads = threads;
    }

    List<SeatPagesView.Waits> in(SeatOfPerson seat, String thread, Locale locale) {
        return shown(drafts.waiting(thread, seat.authority()), seat, locale);
    }

    /**
     * In all its threads, and to open one.
     *
     * @param toOpen as {@link #toOpen} has them
     */
    List<SeatPagesView.Waits> all(SeatOfPerson seat, List<Written> toOpen, Locale locale) {
        if (!seat.confirmed()) return List.of();
        var opening = toOpen.stream().map(Written::act).collect(Collectors.toSet());
        return shown(
                drafts.waitingAnywhere(seat.authority()).stream()
                        .filter(it -> opening.contains(it.act()) || begun(it))
                        .toList(),
                seat,
                locale);
    }

    /** Those by which a thread is still to be opened. */
    List<Written> toOpen(SeatOfPerson seat) {
        return openings.unchanged(drafts.waitingToOpen(seat.authority()), seat);
    }

    private boolean begun(Written draft) {
        return Act.read(draft.json()).envelope().joint()
                || threads.find(draft.thread()).isPresent();
    }

    private List<SeatPagesView.Waits> shown(List<Written> waiting, SeatOfPerson seat, Locale locale) {
        return waiting.stream()
                .map(it -> new SeatPagesView.Waits(
                        it.act(), making.title(Act.read(it.json()), locale), !approvedBy(it, seat)))
                .toList();
    }

    /** Nobody approves an act twice. */
    static boolean approvedBy(Written draft, SeatOfPerson seat) {
        return draft.assertions() != null
                && SeatProof.read(draft.assertions()).given().stream()
                        .anyMatch(it -> it.person().equals(seat.person()));
    }
}
