package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.comity.capacity.KeptList;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.rounds.StandingRounds.StandingRound;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Counted;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.View;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the desk of who keeps the list what each round waits for: an officer, a second one, or the answers of both sides. */
@Component
class DueRounds implements ThingsDue {

    private final List<String> answering = MatchedProcedures.answering();
    private final MatchedProcedures matched = MatchedProcedures.read();
    private final StandingRounds rounds;
    private final Requests requests;
    private final KeptList kept;
    private final CaseAccess access;
    private final Clock clock;

    DueRounds(StandingRounds rounds, Requests requests, KeptList kept, CaseAccess access, Clock clock) {
        this.rounds = rounds;
        this.requests = requests;
        this.kept = kept;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Due> due(Official by) {
        if (!kept.here() || !access.mayRead(by)) return List.of();
        var due = new ArrayList<Due>();
        boolean over = false;
        for (var round : rounds.standing(MOST)) {
            var until = until(round);
            var refused = afterRefusal(round);
            if (refused != null) {
                due.add(due(refused, round, round.refusedAt(), null));
            } else if (until == null || clock.instant().isBefore(until)) {
                due.add(step(round, until));
            } else if (!over) {
                // Of those that are over the newest stands for all: what still waits is looked for once.
                over = true;
                if (someWait()) due.add(due("round-no-answer", round, round.approvedAt(), until));
            }
        }
        return due;
    }

    /** When the days for answers end; null as long as the States were not told. */
    private static @Nullable Instant until(StandingRound round) {
        return round.approvedAt() == null || round.toldAt() == null
                ? null
                : round.approvedAt().plus(Duration.ofDays(round.answerDays()));
    }

    /** Null where its last result was not refused, or it is solved no more and cannot end because of one that was approved. */
    private static @Nullable String afterRefusal(StandingRound round) {
        if (round.refusedAt() == null) return null;
        if (round.solvings() < RoundFile.MOST_SOLVINGS) return "round-solve";
        return round.approvedAt() == null ? "round-end" : null;
    }

    private static Due step(StandingRound round, @Nullable Instant until) {
        if (round.frozenAt() == null) return due("round-solve", round, round.fixedAt(), null);
        if (round.approvedAt() == null) return due("round-approve", round, round.frozenAt(), null);
        if (until == null) return due("round-tell", round, round.approvedAt(), null);
        return due("round-answers", round, round.approvedAt(), until);
    }

    /** Any proposal, of whatever round: once all have their answer, no round that is over has anything left to do. */
    private boolean someWait() {
        var each = answering.stream().map(this::waiting).toList();
        return requests.countEach(each).stream().anyMatch(it -> it > 0);
    }

    private Counted waiting(String state) {
        var laws = List.copyOf(matched.both());
        var filter = new Filter(
                View.ALL, Role.REQUESTED, List.of(), state, null, null, null, null, laws, Compartments.ANYBODY);
        return new Counted(filter, null);
    }

    private static Due due(String kind, StandingRound round, @Nullable Instant since, @Nullable Instant until) {
        return new Due(
                kind, round.id(), "/rounds/" + round.id(), Objects.requireNonNullElse(since, round.fixedAt()), until);
    }
}
