package org.comity.assistance;

import static org.comity.assistance.AssistanceStage.ACCEPTED;
import static org.comity.assistance.AssistanceStage.CLOSED;
import static org.comity.assistance.AssistanceStage.DELIVERED;
import static org.comity.assistance.AssistanceStage.IN_EXECUTION;
import static org.comity.assistance.AssistanceStage.NO_LONGER_REQUIRED;
import static org.comity.assistance.AssistanceStage.PARTLY_DELIVERED;
import static org.comity.assistance.AssistanceStage.POSTPONED;
import static org.comity.assistance.AssistanceStage.RECEIVED;
import static org.comity.assistance.AssistanceStage.REFUSED;
import static org.comity.assistance.AssistanceStage.REQUESTED;
import static org.comity.assistance.AssistanceStage.STEPS_PENDING;
import static org.comity.assistance.AssistanceStage.UNABLE;

import java.util.EnumSet;
import java.util.Set;
import org.comity.thread.Procedure.Result;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** The table of Art. 40 and 44: what is not a row here is without effect, and says why. Reads no clock. */
record AssistanceMove(@Nullable AssistanceState from, AssistanceStep step, Role by) {

    /** Steps about what was delivered. They outlive the request: the use limit of Art. 40(19) has no end. */
    private static final Set<AssistanceStep.Kind> OF_THE_DELIVERED = EnumSet.of(
            AssistanceStep.Kind.RECEIVED,
            AssistanceStep.Kind.MATCHED,
            AssistanceStep.Kind.NOT_MATCHED,
            AssistanceStep.Kind.ONWARD,
            AssistanceStep.Kind.RETURNED,
            AssistanceStep.Kind.DESTROYED,
            AssistanceStep.Kind.ASK_USE,
            AssistanceStep.Kind.CONSENT_USE,
            AssistanceStep.Kind.REFUSE_USE,
            AssistanceStep.Kind.EXCULPATORY,
            AssistanceStep.Kind.COSTS,
            AssistanceStep.Kind.CONSULT);

    Result result() {
        if (!step.kind().by().contains(by)) {
            return without("wrong-role");
        }
        if (from == null) {
            return step.kind() == AssistanceStep.Kind.REQUEST
                    ? new Moved(AssistanceState.requested())
                    : without("not-opened");
        }
        boolean lives = OF_THE_DELIVERED.contains(step.kind()) && from.deliveries() > 0;
        if (from.ended() && !lives) {
            return without("ended");
        }
        return switch (step.kind()) {
            case REQUEST -> without("already-opened");
            case ACKNOWLEDGE ->
                from.stage() == REQUESTED ? new Moved(from.at(RECEIVED)) : without("already-acknowledged");
            case CONFIDENTIALITY, COSTS, CONSULT -> new Moved(from);
            case STATUS -> new Moved(from.statusAsked(false));
            case CLOSE -> from.stage() == DELIVERED ? new Moved(from.ending(CLOSED)) : without("not-delivered");
            case RECEIVED, MATCHED, NOT_MATCHED -> arrived(from);
            case ASK_USE, CONSENT_USE, REFUSE_USE, EXCULPATORY, ONWARD, RETURNED, DESTROYED -> use(from);
            case DELIVER -> delivered(from);
            default -> from.stage().pending() ? pending(from) : without("already-delivered");
        };
    }

    /** While something is still to be delivered. */
    private Result pending(AssistanceState from) {
        return switch (step.kind()) {
            case SUPPLEMENT, REFUSE_PART -> new Moved(from);
            case ASK ->
                from.asked() ? without("question-open") : new Moved(taken(from).asking(true));
            case ANSWER -> from.asked() ? new Moved(from.asking(false)) : without("no-question-open");
            case ASK_STATUS -> from.statusAsked() ? without("status-asked-already") : new Moved(from.statusAsked(true));
            case PROPOSE_CONDITIONS -> new Moved(taken(from).proposing(step.act()));
            case ACCEPT_CONDITIONS -> answers(from) ? new Moved(agreed(from).settling(true)) : noConditions(from);
            case DECLINE_CONDITIONS -> answers(from) ? new Moved(from.settling(false)) : noConditions(from);
            case ACCEPT -> accepted(from);
            case PASS -> executing(from, from.stage() == PARTLY_DELIVERED ? PARTLY_DELIVERED : IN_EXECUTION);
            case EXECUTED -> executing(from, STEPS_PENDING);
            case POSTPONE -> new Moved(from.settling(false).at(POSTPONED));
            case UNABLE -> new Moved(from.settling(false).at(UNABLE));
            case REFUSE -> new Moved(from.ending(REFUSED));
            case NO_LONGER_REQUIRED -> new Moved(from.ending(NO_LONGER_REQUIRED));
            default -> throw new IllegalStateException(step.kind().name());
        };
    }

    /** Who asks or proposes has received the request. */
    private static AssistanceState taken(AssistanceState from) {
        return from.stage() == REQUESTED ? from.at(RECEIVED) : from;
    }

    /** Assistance was offered on conditions: who accepts these has the assistance, Art. 40(28). */
    private static AssistanceState agreed(AssistanceState from) {
        return from.stage().undecided() ? from.at(ACCEPTED) : from;
    }

    /** Names the proposal it speaks of, so that a later one is never accepted unread. */
    private boolean answers(AssistanceState from) {
        return from.consulting() && from.conditions().equals(step.about());
    }

    private static Result noConditions(AssistanceState from) {
        return without(from.consulting() ? "other-conditions" : "no-conditions-open");
    }

    /** Without conditions: those that were still open are dropped, those agreed stay. */
    private static Result accepted(AssistanceState from) {
        if (!from.stage().undecided()) {
            return from.consulting() ? new Moved(from.settling(false)) : without("already-accepted");
        }
        return new Moved(from.settling(false).at(ACCEPTED));
    }

    /** Whoever executes has taken the request up; but not while the other State weighs conditions. */
    private static Result executing(AssistanceState from, AssistanceStage to) {
        if (from.consulting()) {
            return without("conditions-open");
        }
        if (from.stage() == STEPS_PENDING) {
            return without("already-executed");
        }
        return new Moved(from.at(to));
    }

    private Result delivered(AssistanceState from) {
        if (from.consulting()) {
            return without("conditions-open");
        }
        if (from.unmatched().size() >= AssistanceState.MOST_OPEN) {
            return without("too-many-unmatched");
        }
        var more = from.delivering(step.act());
        if (from.stage() == DELIVERED) {
            return new Moved(more);
        }
        return new Moved(
                step.whole() ? more.asking(false).statusAsked(false).at(DELIVERED) : more.at(PARTLY_DELIVERED));
    }

    /** Names the delivery, so that two deliveries can be on their way at once. */
    private Result arrived(AssistanceState from) {
        var delivery = from.unmatched(step.about()).orElse(null);
        if (delivery == null) {
            return without("no-such-delivery");
        }
        return switch (step.kind()) {
            case RECEIVED ->
                delivery.received() ? without("received-already") : new Moved(from.receiving(step.about()));
            case MATCHED -> new Moved(from.without(step.about()));
            default -> {
                var again = from.without(step.about());
                yield new Moved(from.stage() == DELIVERED ? again.at(PARTLY_DELIVERED) : again);
            }
        };
    }

    private Result use(AssistanceState from) {
        if (from.deliveries() == 0) {
            return without("nothing-delivered");
        }
        return switch (step.kind()) {
            case EXCULPATORY, ONWARD, RETURNED, DESTROYED -> new Moved(from);
            case ASK_USE ->
                from.uses().size() < AssistanceState.MOST_OPEN
                        ? new Moved(from.askingUse(step.act()))
                        : without("too-many-open");
            default ->
                from.uses().contains(step.about())
                        ? new Moved(from.answeringUse(step.about()))
                        : without("no-such-use-asked");
        };
    }

    private static Result without(String reason) {
        return new WithoutEffect(reason);
    }
}
