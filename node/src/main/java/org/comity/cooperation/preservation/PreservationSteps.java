package org.comity.cooperation.preservation;

import static org.comity.cooperation.preservation.PreservationProcedure.UNTIL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow.Turn;
import org.comity.cooperation.StepsOnOffer;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table what would have effect, and puts the likeliest first. */
@Component
class PreservationSteps implements StepsOnOffer {

    /** A tired officer's order: what is usually next comes first. */
    private static final List<String> ORDER = List.of(
            "acknowledge",
            "answer",
            "proceed",
            "accept",
            "extend",
            "report-preserved",
            "ask",
            "refuse-extension",
            "hold",
            "release",
            "warn",
            "not-available",
            "refuse",
            "unable",
            "expire",
            "ask-extension",
            "complete",
            "no-longer-needed",
            "withdraw");

    /** The request itself is not answered yet; nor is it where a question or a warning is open. */
    private static final Set<String> PENDING =
            Set.of("Requested", "Received", "FactsAsked", "RiskNotified", "Accepted", "Unable");

    private static final String ANY_ACT = "0".repeat(64);
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final PreservationProcedure procedure;

    PreservationSteps(PreservationProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        return sorted(state.name())
                .filter(it -> procedure.roles(it).contains(role))
                .filter(it -> procedure.move(state, said(it, role, state)) instanceof Moved)
                .filter(it -> !it.equals("expire") || !now.isBefore(ended(state)))
                .toList();
    }

    /** Once taken up, the report comes before a second settling of confidentiality. */
    private static Stream<String> sorted(String state) {
        return Set.of("Accepted", "Unable").contains(state)
                ? Stream.concat(
                        Stream.of("report-preserved"),
                        ORDER.stream()
                                .filter(it ->
                                        !Set.of("report-preserved", "accept").contains(it)))
                : ORDER.stream();
    }

    @Override
    public Turn turn(Procedure.State state, Role role) {
        var asked = state.ended()
                ? null
                : switch (state.name()) {
                    case "FactsAsked", "RiskNotified", "Preserved" -> Role.REQUESTING;
                    case "Requested", "Received", "Accepted", "Unable", "ExtensionAsked", "Held" -> Role.REQUESTED;
                    default -> throw new IllegalArgumentException("No such state [%s]".formatted(state.name()));
                };
        return asked == null ? Turn.NOBODY : asked == role ? Turn.OURS : Turn.THEIRS;
    }

    @Override
    public Pace pace(Procedure.State state) {
        return state.name().equals("Unable") ? Pace.PUT_OFF : PENDING.contains(state.name()) ? Pace.REQUEST : Pace.STEP;
    }

    @Override
    public boolean untilDecided(Procedure.State state) {
        return "Held"
                .equals(state.name().equals("RiskNotified") ? ((TabledState) state).text("resume.name") : state.name());
    }

    @Override
    public boolean followsAnnounced(Procedure.State state) {
        return state.name().equals("Preserved");
    }

    /** Of data that are kept; under a warning they are kept as before it. */
    @Override
    public @Nullable Instant until(Procedure.State state) {
        var tabled = (TabledState) state;
        var until = tabled.instant(UNTIL);
        return until == null && state.name().equals("RiskNotified") ? tabled.instant("resume." + UNTIL) : until;
    }

    @Override
    public @Nullable Instant ends(Procedure.State state) {
        return untilDecided(state) ? null : until(state);
    }

    private ActFacts said(String type, Role role, Procedure.State state) {
        var until = type.equals("expire") ? until(state) : PreservationProcedure.WITH_UNTIL.contains(type) ? FAR : null;
        return new ActFacts(ANY_ACT, type, role.word(), until == null ? Map.of() : Map.of(UNTIL, until.toString()));
    }

    private Instant ended(Procedure.State state) {
        var until = until(state);
        return until == null ? FAR : until;
    }
}
