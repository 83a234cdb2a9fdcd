package org.comity.casework.compose;

import org.comity.casework.BeforeSending;
import org.comity.casework.NewRequests;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses a new request where its procedure is not for what we are, or for what the one asked is, whoever submits it. */
@Component
class CheckingParticipantKinds implements BeforeSending, NewRequests {

    private final Procedures procedures;
    private final Directory directory;
    private final ObjectProvider<BeforeSending> before;

    CheckingParticipantKinds(Procedures procedures, Directory directory, ObjectProvider<BeforeSending> before) {
        this.procedures = procedures;
        this.directory = directory;
        this.before = before;
    }

    /** What would be refused when it is submitted is not offered to whoever would write it. */
    boolean offers(KnownProcedure procedure) {
        return mayOpen(procedure) && before.stream().allMatch(it -> it.begins(procedure.law()));
    }

    @Override
    public boolean offers(String law) {
        return procedures.begun().contains(law)
                && procedures.ofLaw(law).filter(this::offers).isPresent();
    }

    boolean mayOpen(KnownProcedure procedure) {
        return procedure.table().admits(procedure.opener(), directory.self().kind());
    }

    static boolean mayBeAsked(KnownProcedure procedure, Participant other) {
        return procedure.table().admits(procedure.opener().other(), other.kind());
    }

    /** A request that was submitted has a thread: what the entries say later does not hold it. */
    @Override
    public void check(Draft draft) {
        if (!draft.opens()) return;
        var procedure = procedures.of(draft.procedure());
        if (!mayOpen(procedure) || !mayBeAsked(procedure, directory.get(draft.counterpart()))) {
            throw ComposeRefused.wrongKind();
        }
    }
}
