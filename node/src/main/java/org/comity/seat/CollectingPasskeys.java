package org.comity.seat;

import java.util.ArrayList;
import java.util.Objects;
import org.comity.proof.seat.SeatAssertion;
import org.comity.proof.seat.SeatProof;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Puts together what the passkeys of an authority's officers say of one act, each behind the one before. */
@Component
class CollectingPasskeys {

    private final SeatPersonRows seats;
    private final SeatKeys keys;
    private final Threads threads;

    CollectingPasskeys(SeatPersonRows seats, SeatKeys keys, Threads threads) {
        this.seats = seats;
        this.keys = keys;
        this.threads = threads;
    }

    /** The first is by the key that the act names; another officer's stands behind it. */
    SeatProof with(Written draft, SeatOfPerson seat, SeatAssertion assertion) {
        var assertions = new ArrayList<SeatAssertion>();
        var given = new ArrayList<SeatProof.Given>();
        if (draft.assertions() == null) {
            if (!draft.seat().equals(seat.id())) throw SeatRefused.notNow();
        } else {
            var before = SeatProof.read(draft.assertions());
            assertions.addAll(before.assertions());
            given.addAll(before.given());
        }
        if (given.stream().anyMatch(it -> it.person().equals(seat.person()))) throw SeatRefused.alreadyApproved();
        if (!given.stream()
                .allMatch(it -> seats.ofPerson(it.person()).filter(keys::counts).isPresent()))
            throw SeatRefused.notProved();
        assertions.add(assertion);
        given.add(given(seat));
        return new SeatProof(assertions, given);
    }

    private SeatProof.Given given(SeatOfPerson seat) {
        var give = threads.act(Objects.requireNonNull(seat.act())).orElseThrow(SeatRefused::unknown);
        var entry =
                threads.entry(give.thread(), Objects.requireNonNull(give.n())).orElseThrow(SeatRefused::unknown);
        return new SeatProof.Given(entry, give.envelope());
    }
}
