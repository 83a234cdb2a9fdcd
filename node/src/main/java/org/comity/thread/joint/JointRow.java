package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.table.JointState;
import org.comity.proof.table.MoveTable;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.OurPart;
import org.jspecify.annotations.Nullable;

/**
 * Holds a joint thread as kept.
 *
 * @param keeper to whom acts go: the keeper by our copy, or who invited us
 * @param state canonical JSON of the joint state; null until an entry has had an effect
 */
record JointRow(
        String id,
        String procedure,
        String convention,
        boolean drill,
        String opener,
        String keeper,
        OurPart standing,
        @Nullable String state,
        long lastN,
        String lastHash,
        @Nullable String disputed) {

    static JointRow opened(Envelope opening, OurPart standing, String keeper) {
        return new JointRow(
                opening.thread(),
                opening.procedure(),
                opening.convention(),
                opening.drill(),
                opening.author(),
                keeper,
                standing,
                null,
                0,
                Entry.NOTHING_BEFORE,
                null);
    }

    /** After an entry. */
    JointRow after(Entry entry, Map<String, Object> folded, String self) {
        var joint = folded.isEmpty() ? null : JointState.read(folded);
        var now = joint == null || joint.parties().containsKey(self)
                ? OurPart.PARTY
                : joint.invited().containsKey(self) || onlyAsked() ? OurPart.INVITED : OurPart.LEFT;
        return new JointRow(
                id,
                procedure,
                convention,
                drill,
                opener,
                joint == null ? opener : joint.keeper(),
                now,
                joint == null ? null : new String(CanonicalJson.write(folded), UTF_8),
                entry.n(),
                entry.hash(),
                disputed);
    }

    /** Nothing of the register was here while we were a party: its keeper shows what the invitation says, also after our answer. */
    boolean onlyAsked() {
        return standing == OurPart.INVITED || standing == OurPart.LEFT && lastN == 0;
    }

    Map<String, Object> folded() {
        return state == null ? MoveTable.NOTHING_YET : CanonicalJson.read(state.getBytes(UTF_8));
    }

    @Nullable
    JointState joint() {
        return state == null ? null : JointState.read(folded());
    }

    /** By our own copy of the register. */
    String keeperOfNext() {
        var joint = joint();
        return joint == null ? opener : joint.keeper();
    }

    boolean keptBy(String participant) {
        return lastN > 0 && keeperOfNext().equals(participant);
    }

    /** As it is handed to others. */
    Joint shown(boolean weKeep) {
        return new Joint(id, procedure, drill, keeper, weKeep, standing, joint(), lastN, disputed);
    }

    boolean speaks(Envelope envelope) {
        return envelope.procedure().equals(procedure)
                && envelope.convention().equals(convention)
                && envelope.drill() == drill;
    }
}
