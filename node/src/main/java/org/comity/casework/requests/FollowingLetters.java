package org.comity.casework.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.casework.SeatedAuthorities;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.proof.act.Envelope;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has a letter ready for each act of ours to a State without a node, unless it reads the act at a seat here, and takes a letter for received once that State says
 * what it could not say without it. After {@link FollowingThreads}, which lists the request.
 */
@Component
@Order
class FollowingLetters implements ActFollower {

    /** For each the whole thread is read once; of what waits longer an officer says that it came. */
    static final int MOST_ASKED = 5;

    private final DispatchRows rows;
    private final FoldingWithoutLetters known;
    private final OurAims aims;
    private final SeatedAuthorities seats;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    FollowingLetters(
            DispatchRows rows,
            FoldingWithoutLetters known,
            OurAims aims,
            SeatedAuthorities seats,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.known = known;
        this.aims = aims;
        this.seats = seats;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public void registered(ActRegistered event) {
        var envelope = event.act().envelope();
        if (!event.entry().entry().effective()) {
            return;
        }
        if (goesByNoNode(envelope, event.thread().ourRole())) {
            var now = clock.instant();
            if (seats.readsWhatIsRegistered(envelope.addressee())) {
                rows.atSeat(event.thread().id(), event.act().id(), now);
            } else {
                rows.ready(event.thread().id(), event.act().id(), now, now.plus(aims.nextStep()));
                // Which does not hold a thread that began on paper.
                if (GoneParticipant.hasNode(directory, envelope.addressee())) {
                    int letters = rows.nodeStands(event.thread().id(), now);
                    ledger.record(
                            null,
                            "letter.not-posted",
                            event.thread().id(),
                            Map.of("was", "", "now", Integer.toString(letters)));
                }
            }
        } else if (saysTheOther(envelope, event.thread().ourRole())) {
            var day = LocalDate.ofInstant(envelope.time(), ZoneOffset.UTC);
            rows.of(event.thread().id()).reversed().stream()
                    .filter(it -> it.stage() == Dispatch.Stage.POSTED)
                    .limit(MOST_ASKED)
                    .filter(it -> known.needs(event, it.act()))
                    .findFirst()
                    .ifPresent(it -> rows.received(
                            event.thread().id(), it.act(), day, event.act().id(), clock.instant()));
        }
    }

    /** Ours, for a State without a node, and not the record of one that went long ago. */
    private static boolean goesByNoNode(Envelope envelope, Role ourRole) {
        return Role.of(envelope.role()) == ourRole
                && envelope.facts().containsKey("channel")
                && !envelope.facts().containsKey("recorded");
    }

    private static boolean saysTheOther(Envelope envelope, Role ourRole) {
        return envelope.facts().containsKey("recorded") && Role.of(envelope.role()) != ourRole;
    }
}
