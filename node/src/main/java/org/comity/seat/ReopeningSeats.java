package org.comity.seat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.seat.SeatReopeningRows.Waiting;
import org.comity.thread.AdoptedAuthorities;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets two officers take back that an authority has a node of its own: they open its seats anew, in another thread, and its word
 * is recorded again from then on (R158).
 */
@Component
@Transactional
class ReopeningSeats {

    private static final int LONGEST = 2_000;

    private final SeatReopeningRows rows;
    private final SeatPersonRows seats;
    private final AdoptedAuthorities adopted;
    private final MakingSeatActs making;
    private final Exchange exchange;
    private final Approvals approvals;
    private final Officials officials;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: act, approval, seal, register and record stand or fall in one transaction.
    ReopeningSeats(
            SeatReopeningRows rows,
            SeatPersonRows seats,
            AdoptedAuthorities adopted,
            MakingSeatActs making,
            Exchange exchange,
            Approvals approvals,
            Officials officials,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.seats = seats;
        this.adopted = adopted;
        this.making = making;
        this.exchange = exchange;
        this.approvals = approvals;
        this.officials = officials;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Authorities that said here that they have a node, and that the directory knows without one. */
    @Transactional(readOnly = true)
    List<String> adopted() {
        return adopted.all().stream()
                .filter(it ->
                        directory.find(it).filter(known -> !known.hasNode()).isPresent())
                .toList();
    }

    /** @throws SeatRefused of an authority that did not adopt, or that speaks for itself by now */
    @Transactional(readOnly = true)
    Optional<Waiting> waiting(String authority) {
        mustHaveAdopted(authority);
        return rows.waiting(authority);
    }

    void ask(String authority, String why, Official by) {
        seats.lockAuthority(authority);
        mustHaveAdopted(authority);
        if (why.isBlank() || why.length() > LONGEST) throw SeatRefused.missing("why");
        if (rows.waiting(authority).isPresent()) throw SeatRefused.notNow();
        var thread = UUID.randomUUID().toString();
        var act = making.opening(thread, authority, Map.of("why", why));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.add(new Waiting(act.id(), authority, act.json(), making.pdf(act, null), by.id(), at), thread);
        ledger.record(by, "act.submitted", act.id(), Map.of("thread", thread, "type", "host"));
    }

    boolean mayApprove(Waiting it, Official by) {
        return TwoOfficers.TWO.verdict(it.askedBy(), by).allowed();
    }

    void approve(String authority, Approvals.Proof proof, Official by) {
        seats.lockAuthority(authority);
        mustHaveAdopted(authority);
        var waiting = rows.lock(authority).orElseThrow(SeatRefused::notNow);
        if (!mayApprove(waiting, by)) throw SeatRefused.secondMustDiffer();
        var act = Act.read(waiting.json());
        var approval = approvals.approve(by, act.id(), proof);
        var both = List.of(
                new Approval(
                        officials.find(waiting.askedBy()).orElseThrow().pseudonym(), "submitted", waiting.askedAt()),
                new Approval(approval.pseudonym(), approval.method(), approval.time()));
        exchange.send(making.sealed(act, waiting.pdf(), both, Map.of()), null);
        rows.approved(act.id(), clock.instant());
        ledger.record(by, "act.approved", act.id(), Map.of("method", approval.method(), "type", "host"));
    }

    void takeBack(String authority, Official by) {
        var waiting = rows.lock(authority).orElseThrow(SeatRefused::notNow);
        rows.takenBack(waiting.act());
        ledger.record(by, "draft.given-back", waiting.act(), Map.of("type", "host"));
    }

    /** Whom the directory lists with a node speaks for itself, whatever it said here. */
    private void mustHaveAdopted(String authority) {
        if (directory.get(authority).hasNode()) throw SeatRefused.hasNode(authority);
        if (!adopted.adopted(authority)) throw SeatRefused.unknown();
    }
}
