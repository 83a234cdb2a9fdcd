package org.comity.identity.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.ledger.Ledger;
import org.comity.ui.ReadySteps;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists for the administrator of a new node what it still lacks, until nothing does or the list is closed. */
@Component
class FirstDays {

    private final ReadyRows rows;
    private final ObjectProvider<ReadySteps> rooms;
    private final Ledger ledger;
    private final Clock clock;

    FirstDays(ReadyRows rows, ObjectProvider<ReadySteps> rooms, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.rooms = rooms;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Done and missing; empty once nothing is missing, or it was closed. */
    List<ReadySteps.Step> steps() {
        if (rows.closed()) return List.of();
        var steps = Stream.concat(people(), rooms.orderedStream().flatMap(it -> it.steps().stream()))
                .toList();
        return steps.stream().allMatch(ReadySteps.Step::done) ? List.of() : steps;
    }

    @Transactional
    void close(Official by) {
        rows.close(by.id(), clock.instant());
        ledger.record(by, "node.ready-closed", by.id(), Map.of());
    }

    private Stream<ReadySteps.Step> people() {
        var page = "/admin/people";
        return Stream.of(
                new ReadySteps.Step("officer", rows.holds(Duty.DUTY_OFFICER), page),
                new ReadySteps.Step("second", rows.holds(Duty.SECOND_OFFICER), page),
                new ReadySteps.Step("passkeys", rows.allHavePasskeys(), page));
    }
}
