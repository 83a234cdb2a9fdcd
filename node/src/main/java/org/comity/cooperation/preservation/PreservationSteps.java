package org.comity.cooperation.preservation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow.Turn;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.preservation.PreservationState.Ending;
import org.comity.cooperation.preservation.PreservationState.ExtensionAsked;
import org.comity.cooperation.preservation.PreservationState.FactsAsked;
import org.comity.cooperation.preservation.PreservationState.Held;
import org.comity.cooperation.preservation.PreservationState.Kept;
import org.comity.cooperation.preservation.PreservationState.Pending;
import org.comity.cooperation.preservation.PreservationState.Preserved;
import org.comity.cooperation.preservation.PreservationState.RiskNotified;
import org.comity.cooperation.preservation.PreservationState.Unable;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table what would have effect, and puts the likeliest first. */
@Component
class PreservationSteps implements StepsOnOffer {

    /** A tired officer's order: what is usually next comes first. */
    private static final List<Step.Kind> ORDER = List.of(
            Step.Kind.ACKNOWLEDGE,
            Step.Kind.ANSWER,
            Step.Kind.PROCEED,
            Step.Kind.ACCEPT,
            Step.Kind.EXTEND,
            Step.Kind.REPORT_PRESERVED,
            Step.Kind.ASK,
            Step.Kind.WARN,
            Step.Kind.REFUSE_EXTENSION,
            Step.Kind.HOLD,
            Step.Kind.RELEASE,
            Step.Kind.NOT_AVAILABLE,
            Step.Kind.REFUSE,
            Step.Kind.UNABLE,
            Step.Kind.EXPIRE,
            Step.Kind.ASK_EXTENSION,
            Step.Kind.COMPLETE,
            Step.Kind.NO_LONGER_NEEDED,
            Step.Kind.WITHDRAW);

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        var from = (PreservationState) state;
        return sorted(from)
                .filter(kind -> kind.by() == role)
                .filter(kind -> new Move(from, new Step(kind, until(kind, from)), role).result() instanceof Moved)
                .filter(kind -> kind != Step.Kind.EXPIRE || !now.isBefore(ended(from)))
                .map(Step.Kind::type)
                .toList();
    }

    /** Once taken up, the report comes before a second settling of confidentiality. */
    private static Stream<Step.Kind> sorted(PreservationState from) {
        var taken = from instanceof PreservationState.Accepted || from instanceof Unable;
        return taken
                ? Stream.concat(
                        Stream.of(Step.Kind.REPORT_PRESERVED),
                        ORDER.stream().filter(it -> it != Step.Kind.REPORT_PRESERVED && it != Step.Kind.ACCEPT))
                : ORDER.stream();
    }

    @Override
    public Turn turn(Procedure.State state, Role role) {
        var asked = switch ((PreservationState) state) {
            case FactsAsked _, RiskNotified _ -> Role.REQUESTING;
            case Pending _ -> Role.REQUESTED;
            case ExtensionAsked _ -> Role.REQUESTED;
            case Preserved _ -> Role.REQUESTING;
            case Held _ -> Role.REQUESTED;
            case Ending _ -> null;
        };
        return asked == null ? Turn.NOBODY : asked == role ? Turn.OURS : Turn.THEIRS;
    }

    @Override
    public Pace pace(Procedure.State state) {
        return state instanceof Unable ? Pace.PUT_OFF : state instanceof Pending ? Pace.REQUEST : Pace.STEP;
    }

    @Override
    public boolean untilDecided(Procedure.State state) {
        return state instanceof Held;
    }

    @Override
    public @Nullable Instant until(Procedure.State state) {
        return switch ((PreservationState) state) {
            case Kept kept -> kept.until();
            case RiskNotified(Kept kept) -> kept.until();
            default -> null;
        };
    }

    @Override
    public @Nullable Instant ends(Procedure.State state) {
        return state instanceof Held ? null : until(state);
    }

    private @Nullable Instant until(Step.Kind kind, PreservationState from) {
        return switch (kind) {
            case EXPIRE -> until(from);
            case EXTEND, REPORT_PRESERVED -> FAR;
            default -> null;
        };
    }

    private Instant ended(PreservationState from) {
        var until = until(from);
        return until == null ? FAR : until;
    }
}
