package org.comity.cooperation.assistance;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.cooperation.Redirection;
import org.comity.cooperation.RequestRow.Turn;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table what would have effect, and puts the likeliest first. */
@Component
class AssistanceSteps implements StepsOnOffer {

    /** A tired officer's order: what is usually next comes first. */
    private static final List<String> ORDER = List.of(
            Acts.ACKNOWLEDGE,
            Acts.ANSWER,
            Acts.ACCEPT_CONDITIONS,
            Acts.DECLINE_CONDITIONS,
            Acts.ACCEPT,
            Acts.PASS,
            CustodySteps.DELIVER,
            Acts.EXECUTED,
            Acts.ASK,
            Acts.PROPOSE_CONDITIONS,
            Acts.STATUS,
            Acts.CONSENT_USE,
            Acts.REFUSE_USE,
            Acts.POSTPONE,
            Acts.UNABLE,
            Acts.REFUSE,
            Acts.CLOSE,
            Acts.ASK_USE,
            Acts.SUPPLEMENT,
            Acts.ASK_STATUS,
            CustodySteps.MATCHED,
            CustodySteps.NOT_MATCHED,
            CustodySteps.RECEIVED,
            CustodySteps.ONWARD,
            CustodySteps.RETURNED,
            CustodySteps.DESTROYED,
            Acts.EXCULPATORY,
            Acts.CONFIDENTIALITY,
            Acts.COSTS,
            Acts.NO_LONGER_REQUIRED,
            Acts.REDIRECT);

    /** They say something and move nothing; any other step that leads nowhere new is not offered. */
    private static final Set<String> SAYING = Set.of(
            Acts.SUPPLEMENT,
            Acts.STATUS,
            Acts.CONFIDENTIALITY,
            Acts.COSTS,
            Acts.EXCULPATORY,
            Acts.PROPOSE_CONDITIONS,
            CustodySteps.ONWARD,
            CustodySteps.RETURNED,
            CustodySteps.DESTROYED);

    /** The requested State Party has not taken the request up. */
    private static final Set<String> UNDECIDED = Set.of("Requested", "Received", "Postponed", "Unable");

    private static final Set<String> TAKEN_UP = Set.of("Accepted", "InExecution", "StepsPending", "PartlyDelivered");

    private static final String ANY_ACT = "0".repeat(64);

    private final AssistanceProcedure procedure;

    AssistanceSteps(AssistanceProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        var from = (TabledState) state;
        return sorted(from).filter(it -> leads(from, it, role)).toList();
    }

    /** What the other State waits for comes before what is usual at this stage. */
    private static Stream<String> sorted(TabledState from) {
        return ORDER.stream().sorted(Comparator.comparing(it -> !awaited(from, it)));
    }

    private static boolean awaited(TabledState from, String type) {
        return switch (type) {
            case Acts.STATUS -> from.flag("statusAsked") && !undecided(from);
            case Acts.CONSENT_USE, Acts.REFUSE_USE -> !pending(from);
            case CustodySteps.MATCHED -> !from.acts("unmatched").isEmpty() && !pending(from);
            case Acts.EXECUTED -> stage(from).equals("InExecution");
            default -> false;
        };
    }

    private boolean leads(TabledState from, String type, Role role) {
        return about(type, from)
                .map(about -> procedure.move(from, said(type, role, about)))
                .anyMatch(it -> it instanceof Moved(var to) && (SAYING.contains(type) || !to.equals(from)));
    }

    private ActFacts said(String type, Role role, String about) {
        var facts = new HashMap<>(Map.of(CustodySteps.PART, CustodySteps.WHOLE));
        facts.put(procedure.about(type), about);
        return new ActFacts(ANY_ACT, type, role.word(), facts);
    }

    /** Every act that an act of this type could speak of now. */
    private Stream<String> about(String type, TabledState from) {
        return switch (procedure.about(type)) {
            case Acts.CONDITIONS -> Stream.of(from.text("conditions"));
            case CustodySteps.DELIVERY -> SAYING.contains(type) ? Stream.of(ANY_ACT) : from.acts("unmatched").stream();
            case Acts.USE -> from.acts("uses").stream();
            default -> Stream.of("");
        };
    }

    /** Both may owe something at once: one the rest of the items, the other the matching of what came. */
    @Override
    public Turn turn(Procedure.State state, Role role) {
        var from = (TabledState) state;
        if (owes(from, role)) {
            return Turn.OURS;
        }
        return owes(from, role.other()) ? Turn.THEIRS : Turn.NOBODY;
    }

    /** A question on progress is answered in hours, however far off the rest is. */
    @Override
    public Pace pace(Procedure.State state) {
        var from = (TabledState) state;
        if (from.flag("statusAsked")) {
            return Pace.STEP;
        }
        return switch (stage(from)) {
            case "Requested" -> Pace.REQUEST;
            case "Received" -> Pace.DECIDING;
            case "Postponed", "Unable" -> Pace.PUT_OFF;
            case "Accepted", "InExecution", "StepsPending", "PartlyDelivered" -> Pace.EXECUTING;
            case "Delivered", "Refused", "NoLongerRequired", "Closed", Redirection.STATE -> Pace.STEP;
            default -> throw new IllegalArgumentException("No such stage [%s]".formatted(stage(from)));
        };
    }

    private static boolean owes(TabledState from, Role role) {
        boolean weighing =
                pending(from) && (from.flag("asked") || !from.text("conditions").isEmpty());
        boolean uses = !from.acts("uses").isEmpty();
        return role == Role.REQUESTING
                ? weighing
                        || stage(from).equals("Delivered") && !uses
                        || !pending(from) && !from.acts("unmatched").isEmpty()
                : pending(from) && (!weighing || from.flag("statusAsked")) || uses;
    }

    private static String stage(TabledState from) {
        return from.text("stage");
    }

    private static boolean undecided(TabledState from) {
        return UNDECIDED.contains(stage(from));
    }

    /** Something is still to be delivered. */
    private static boolean pending(TabledState from) {
        return undecided(from) || TAKEN_UP.contains(stage(from));
    }

    @Override
    public Set<String> afterReceipt() {
        return Set.of(Acts.ASK_STATUS);
    }

    @Override
    public @Nullable Instant until(Procedure.State state) {
        return null;
    }
}
