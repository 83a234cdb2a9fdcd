package org.comity.thread.register;

import org.comity.proof.act.Envelope;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the state of a thread: the kept one, checked by the hash in its last entry, else folded again. */
@Component
class CheckedState {

    private final ProcedureVersions procedures;
    private final RefoldingRegister refolding;

    CheckedState(ProcedureVersions procedures, RefoldingRegister refolding) {
        this.procedures = procedures;
        this.refolding = refolding;
    }

    Procedure.@Nullable State state(ThreadRow thread) {
        if (thread.lastN() == 0) {
            return null;
        }
        var state = thread.state();
        if (state == null || !Fold.hash(state).equals(thread.lastState())) {
            return refolding.state(thread);
        }
        return Fold.read(procedures.get(thread.procedure()), state);
    }

    /** What an act does where the thread stands. */
    Fold fold(ThreadRow thread, Envelope act) {
        return Fold.of(procedures.get(thread.procedure()), state(thread), act.said());
    }

    /** Folds its register again from the first entry; false where an effect or a state differs from what is kept. */
    boolean holds(ThreadRow thread) {
        return refolding.holds(thread);
    }

    Threads.Thread shown(ThreadRow thread) {
        return new Threads.Thread(
                thread.id(),
                thread.procedure(),
                thread.reference(),
                thread.counterpart(),
                thread.ourRole(),
                thread.weKeep(),
                thread.byWire(),
                state(thread),
                thread.lastN(),
                thread.disputed(),
                thread.openedAt(),
                thread.changedAt());
    }
}
