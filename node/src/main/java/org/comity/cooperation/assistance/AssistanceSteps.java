package org.comity.cooperation.assistance;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow.Turn;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.assistance.Step.Kind;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table what would have effect, and puts the likeliest first. */
@Component
class AssistanceSteps implements StepsOnOffer {

    /** A tired officer's order: what is usually next comes first. */
    private static final List<Kind> ORDER = List.of(
            Kind.ACKNOWLEDGE,
            Kind.ANSWER,
            Kind.ACCEPT_CONDITIONS,
            Kind.DECLINE_CONDITIONS,
            Kind.ACCEPT,
            Kind.PASS,
            Kind.DELIVER,
            Kind.EXECUTED,
            Kind.ASK,
            Kind.PROPOSE_CONDITIONS,
            Kind.STATUS,
            Kind.CONSENT_USE,
            Kind.REFUSE_USE,
            Kind.POSTPONE,
            Kind.UNABLE,
            Kind.REFUSE,
            Kind.CLOSE,
            Kind.ASK_USE,
            Kind.SUPPLEMENT,
            Kind.ASK_STATUS,
            Kind.MATCHED,
            Kind.NOT_MATCHED,
            Kind.RECEIVED,
            Kind.ONWARD,
            Kind.RETURNED,
            Kind.DESTROYED,
            Kind.EXCULPATORY,
            Kind.CONFIDENTIALITY,
            Kind.COSTS,
            Kind.NO_LONGER_REQUIRED);

    /** They say something and move nothing; any other step that leads nowhere new is not offered. */
    private static final Set<Kind> SAYING = EnumSet.of(
            Kind.SUPPLEMENT, Kind.STATUS, Kind.CONFIDENTIALITY, Kind.COSTS, Kind.EXCULPATORY, Kind.PROPOSE_CONDITIONS,
            Kind.ONWARD, Kind.RETURNED, Kind.DESTROYED);

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        var from = (AssistanceState) state;
        return sorted(from).filter(it -> leads(from, it, role)).map(Kind::type).toList();
    }

    /** What the other State waits for comes before what is usual at this stage. */
    private static Stream<Kind> sorted(AssistanceState from) {
        return ORDER.stream().sorted(Comparator.comparing(it -> !awaited(from, it)));
    }

    private static boolean awaited(AssistanceState from, Kind kind) {
        return switch (kind) {
            case STATUS -> from.statusAsked() && !from.stage().undecided();
            case CONSENT_USE, REFUSE_USE -> !from.stage().pending();
            case MATCHED -> !from.unmatched().isEmpty() && !from.stage().pending();
            case EXECUTED -> from.stage() == Stage.IN_EXECUTION;
            default -> false;
        };
    }

    private static boolean leads(AssistanceState from, Kind kind, Role role) {
        return about(kind, from)
                .map(about -> new Move(from, new Step(kind, "", about, true), role).result())
                .anyMatch(it -> it instanceof Moved(var to) && (SAYING.contains(kind) || !to.equals(from)));
    }

    /** Every act that an act of this kind could speak of now. */
    private static Stream<String> about(Kind kind, AssistanceState from) {
        return switch (kind.about()) {
            case Step.CONDITIONS -> Stream.of(from.conditions());
            case Step.DELIVERY ->
                SAYING.contains(kind) ? Stream.of("") : from.unmatched().stream().map(AssistanceState.Delivery::act);
            case Step.USE -> from.uses().stream();
            default -> Stream.of("");
        };
    }

    /** Both may owe something at once: one the rest of the items, the other the matching of what came. */
    @Override
    public Turn turn(Procedure.State state, Role role) {
        var from = (AssistanceState) state;
        if (owes(from, role)) {
            return Turn.OURS;
        }
        return owes(from, role.other()) ? Turn.THEIRS : Turn.NOBODY;
    }

    /** A question on progress is answered in hours, however far off the rest is. */
    @Override
    public Pace pace(Procedure.State state) {
        var from = (AssistanceState) state;
        if (from.statusAsked()) {
            return Pace.STEP;
        }
        return switch (from.stage()) {
            case REQUESTED -> Pace.REQUEST;
            case RECEIVED -> Pace.DECIDING;
            case POSTPONED, UNABLE -> Pace.PUT_OFF;
            case ACCEPTED, IN_EXECUTION, STEPS_PENDING, PARTLY_DELIVERED -> Pace.EXECUTING;
            case DELIVERED, REFUSED, NO_LONGER_REQUIRED, CLOSED -> Pace.STEP;
        };
    }

    private static boolean owes(AssistanceState from, Role role) {
        boolean pending = from.stage().pending();
        boolean weighing = pending && (from.asked() || from.consulting());
        return role == Role.REQUESTING
                ? weighing || from.stage() == Stage.DELIVERED && from.uses().isEmpty() || !pending && !from.unmatched().isEmpty()
                : pending && (!weighing || from.statusAsked()) || !from.uses().isEmpty();
    }

    @Override
    public @Nullable Instant until(Procedure.State state) {
        return null;
    }
}
