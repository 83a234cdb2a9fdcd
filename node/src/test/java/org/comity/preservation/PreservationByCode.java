package org.comity.preservation;

import java.util.Map;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** The table of Art. 42 written a second time, as code: what nodes folded by before they folded by data. */
final class PreservationByCode implements Procedure {

    @Override
    public String id() {
        return Preservation.ID;
    }

    @Override
    public String opening() {
        return PreservationStep.Kind.REQUEST.type();
    }

    @Override
    public Set<Role> roles(String type) {
        return PreservationStep.Kind.of(type).map(it -> Set.of(it.by())).orElse(Set.of());
    }

    @Override
    public Result move(@Nullable State from, ActFacts act) {
        return PreservationStep.of(act)
                .map(step -> new PreservationMove((PreservationState) from, step, Role.of(act.role())).result())
                .orElse(new Result.WithoutEffect("incomplete"));
    }

    @Override
    public void check(@Nullable State from, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public State state(Map<String, Object> json) {
        return PreservationState.of(json);
    }
}
