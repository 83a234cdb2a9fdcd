package org.comity.casework.acts;

import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.identity.TwoOfficers.Verdict;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts the two-officer rule to a draft: what our profile asks, and what the procedure says of the act. */
@Component
class WhoApproves {

    private final Directory directory;
    private final Officials officials;
    private final Procedures procedures;
    private final boolean centralAuthoritySends;

    WhoApproves(
            Directory directory,
            Officials officials,
            Procedures procedures,
            @Value("${node.central-authority-sends:true}") boolean centralAuthoritySends) {
        this.directory = directory;
        this.officials = officials;
        this.procedures = procedures;
        this.centralAuthoritySends = centralAuthoritySends;
    }

    /** What gives an assurance binds the State, in whatever act it stands: it is none of those that one officer signs. */
    TwoOfficers rule(Draft draft) {
        var procedure = procedures.of(draft.procedure());
        return TwoOfficers.of(
                directory.self().profile().twoOfficers(),
                procedure.rendering().oneOfficer().contains(draft.type())
                        && procedure
                                .writing()
                                .assured(draft.type(), draft.body())
                                .isEmpty(),
                draft.emergency());
    }

    Verdict verdict(Draft draft, Official by) {
        var verdict = rule(draft).verdict(draft.submittedBy(), by);
        return verdict.allowed() && waitsForCentralAuthority(draft) && !by.holds(Duty.LAWYER)
                ? Verdict.NOT_CENTRAL_AUTHORITY
                : verdict;
    }

    /**
     * Where our State has it so, the central authority is one of those who send it, and nobody of it has submitted it. An
     * emergency does not wait: it is confirmed afterwards.
     */
    boolean waitsForCentralAuthority(Draft draft) {
        return centralAuthoritySends
                && !draft.emergency()
                && procedures
                        .of(draft.procedure())
                        .rendering()
                        .byCentralAuthority()
                        .contains(draft.type())
                && Optional.ofNullable(draft.submittedBy())
                        .flatMap(officials::find)
                        .filter(it -> it.holds(Duty.LAWYER))
                        .isEmpty();
    }

    /** Whoever submitted it on the desk's behalf may find the typo. */
    boolean takesBack(Draft draft, Official by) {
        return by.id().equals(draft.submittedBy()) && (by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER));
    }

    /** @throws org.comity.vocabulary.RuleBroken unless the verdict allows it */
    Verdict mustApprove(Draft draft, Official by) {
        var verdict = verdict(draft, by);
        return switch (verdict) {
            case OWN_ACT -> throw DraftRefused.ownApproval();
            case WRONG_DUTY -> throw DraftRefused.notAnApprover();
            case NOT_CENTRAL_AUTHORITY -> throw DraftRefused.notCentralAuthority();
            default -> verdict;
        };
    }
}
