package org.comity.casework.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.comity.casework.joint.JointViews.InvitedLine;
import org.comity.casework.joint.JointViews.PartyLine;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.table.JointState;
import org.jspecify.annotations.Nullable;

/**
 * Lists who is a party and who is asked to be, and for whose agreement that waits.
 *
 * @param names of participants in the reader's language
 * @param refused codes by party that does not take our pages, and by invitation that was not taken
 */
record PartiesCard(
        JointState state,
        JointProcedure procedure,
        UnaryOperator<String> names,
        String self,
        Map<String, String> refused) {

    List<PartyLine> parties() {
        var all = new ArrayList<PartyLine>();
        state.parties()
                .forEach((id, it) -> all.add(new PartyLine(
                        names.apply(id),
                        it.role(),
                        it.from(),
                        id.equals(state.keeper()),
                        id.equals(self),
                        at(it.at()),
                        self.equals(it.at()) ? id : "",
                        refused.getOrDefault(id, ""))));
        return all;
    }

    List<InvitedLine> invited() {
        var all = new ArrayList<InvitedLine>();
        state.invited().forEach((id, it) -> {
            var missing = new TreeSet<String>();
            state.parties().forEach((party, in) -> {
                boolean needed = procedure.rules().consent().contains(in.role());
                if (needed && !it.agreed().contains(party)) missing.add(names.apply(party));
            });
            all.add(new InvitedLine(
                    names.apply(id),
                    it.role(),
                    List.copyOf(missing),
                    at(it.at()),
                    self.equals(it.at()) ? id : "",
                    refused.getOrDefault(it.act(), "")));
        });
        return all;
    }

    private String at(@Nullable String node) {
        return node == null ? "" : names.apply(node);
    }
}
