package org.comity.casework.acts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.casework.UnsentAct;
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
        return rule(draft.procedure(), draft.type(), draft.body(), draft.emergency());
    }

    private TwoOfficers rule(String of, String type, Map<String, Object> body, boolean emergency) {
        var procedure = procedures.of(of);
        return TwoOfficers.of(
                directory.self().profile().twoOfficers(),
                procedure.rendering().oneOfficer().contains(type)
                        && procedure.writing().assured(type, body).isEmpty(),
                emergency);
    }

    /** This officer may write it, and sign it with nobody beside. */
    boolean alone(Draft draft, Official by) {
        return alone(draft.procedure(), draft.type(), draft.body(), draft.emergency(), by);
    }

    /** As {@link #alone(Draft, Official)}, of one that is not begun yet. */
    boolean alone(String procedure, String type, Map<String, Object> body, boolean emergency, Official by) {
        var rule = rule(procedure, type, body, emergency);
        return rule != TwoOfficers.TWO
                && rule.verdict(by.id(), by).allowed()
                && (by.holds(Duty.LAWYER) || !goesByCentralAuthority(procedure, type, emergency));
    }

    Verdict verdict(Draft draft, Official by) {
        return verdicts(draft).apply(by);
    }

    /** The same for many officers: what is so of the draft, whoever approves it, is looked up once. */
    Function<Official, Verdict> verdicts(Draft draft) {
        var rule = rule(draft);
        boolean waits = waitsForCentralAuthority(draft);
        return by -> {
            var verdict = rule.verdict(draft.submittedBy(), by);
            return verdict.allowed() && waits && !by.holds(Duty.LAWYER) ? Verdict.NOT_CENTRAL_AUTHORITY : verdict;
        };
    }

    /** Of those who hold the duties that approve anything, who may approve this. */
    List<Official> approvers(Draft draft, List<Official> seconds) {
        var verdicts = verdicts(draft);
        return seconds.stream().filter(it -> verdicts.apply(it).allowed()).toList();
    }

    List<Official> seconds() {
        return Stream.of(Duty.SECOND_OFFICER, Duty.LAWYER, Duty.DUTY_OFFICER)
                .flatMap(it -> officials.holding(it).stream())
                .distinct()
                .toList();
    }

    String approversNamed(Draft draft) {
        return UnsentAct.named(approvers(draft, seconds()));
    }

    /**
     * Where our State has it so, the central authority is one of those who send it, and nobody of it has submitted it. An
     * emergency does not wait: it is confirmed afterwards.
     */
    boolean waitsForCentralAuthority(Draft draft) {
        return goesByCentralAuthority(draft.procedure(), draft.type(), draft.emergency())
                && Optional.ofNullable(draft.submittedBy())
                        .flatMap(officials::find)
                        .filter(it -> it.holds(Duty.LAWYER))
                        .isEmpty();
    }

    private boolean goesByCentralAuthority(String procedure, String type, boolean emergency) {
        return centralAuthoritySends
                && !emergency
                && procedures.of(procedure).rendering().byCentralAuthority().contains(type);
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
