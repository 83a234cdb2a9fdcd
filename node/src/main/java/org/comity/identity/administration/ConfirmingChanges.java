package org.comity.identity.administration;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.comity.identity.Approvals;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person confirms, or refuses, what an administrator wants to give to somebody: from then on it counts. */
@Component
class ConfirmingChanges {

    private final ChangeRows rows;
    private final Persons persons;
    private final Enrolments enrolments;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingChanges(
            ChangeRows rows, Persons persons, Enrolments enrolments, Approvals approvals, Ledger ledger, Clock clock) {
        this.approvals = approvals;
        this.rows = rows;
        this.persons = persons;
        this.enrolments = enrolments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param proof that it is this person who confirms exactly this, and not somebody at a browser that was left open
     * @return the code without which the link that the administrator has opens nothing; empty where there is no link
     */
    @Transactional
    Optional<String> confirm(long n, Approvals.Proof proof, Official by) {
        persons.lockList();
        var change = decided(n, "CONFIRMED", by);
        approvals.approve(by, change.hash(), proof);
        persons.duties(change.person(), change.duties());
        if (change.kind() == PersonChange.Kind.BACK) {
            persons.active(change.person(), true);
        }
        record("person.change-confirmed", change, by);
        return change.kind().link() ? enrolments.confirm(change.person(), by.id()) : Optional.empty();
    }

    /** A person who was never confirmed stays on the list, as somebody who has left. */
    @Transactional
    void refuse(long n, Official by) {
        persons.lockList();
        var change = decided(n, "REFUSED", by);
        if (change.kind().link()) {
            enrolments.withdraw(change.person());
        }
        if (change.kind() == PersonChange.Kind.ADDED) {
            persons.active(change.person(), false);
        }
        record("person.change-refused", change, by);
    }

    private PersonChange decided(long n, String outcome, Official by) {
        var change =
                rows.waiting().stream().filter(it -> it.n() == n).findFirst().orElseThrow(PeopleRefused::notWaiting);
        if (!change.mayBeDecidedBy(by)) {
            throw PeopleRefused.notSecond();
        }
        if (!rows.decide(n, outcome, by.id(), clock.instant())) {
            throw PeopleRefused.notWaiting();
        }
        return change;
    }

    private void record(String what, PersonChange change, Official by) {
        ledger.record(
                by,
                what,
                change.person(),
                Map.of(
                        "change", change.kind().name(),
                        "duties", AdministeringPeople.words(change.duties()),
                        "asked-by", change.askedBy()));
    }
}
