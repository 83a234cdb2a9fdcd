package org.comity.cooperation.assistance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow.Turn;
import org.comity.cooperation.StepsOnOffer;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table what would have effect. */
@Component
class AssistanceSteps implements StepsOnOffer {

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        var from = (AssistanceState) state;
        return Stream.of(Step.Kind.values())
                .filter(kind -> new Move(from, new Step(kind, "", about(kind, from), true), role).result() instanceof Moved)
                .map(Step.Kind::type)
                .toList();
    }

    @Override
    public Turn turn(Procedure.State state, Role role) {
        var from = (AssistanceState) state;
        if (from.ended()) {
            return Turn.NOBODY;
        }
        boolean requesting = from.asked() || from.consulting() || from.stage() == Stage.DELIVERED;
        var asked = requesting ? Role.REQUESTING : Role.REQUESTED;
        return asked == role ? Turn.OURS : Turn.THEIRS;
    }

    @Override
    public @Nullable Instant until(Procedure.State state) {
        return null;
    }

    /** What an act of this kind would speak of now. */
    private static String about(Step.Kind kind, AssistanceState from) {
        return switch (kind.about()) {
            case "conditions" -> from.conditions();
            case "delivery" ->
                from.unmatched().stream()
                        .map(AssistanceState.Delivery::act)
                        .findFirst()
                        .orElse("");
            case "use" -> from.uses().stream().findFirst().orElse("");
            default -> "";
        };
    }
}
