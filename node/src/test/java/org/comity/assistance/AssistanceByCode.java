package org.comity.assistance;

import java.util.Map;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** The table of Art. 40 and 44 written a second time, as code: what nodes folded by before they folded by data. */
final class AssistanceByCode implements Procedure {

    @Override
    public String id() {
        return Assistance.ID;
    }

    @Override
    public String opening() {
        return AssistanceStep.Kind.REQUEST.type();
    }

    @Override
    public Set<Role> roles(String type) {
        return AssistanceStep.Kind.of(type).map(AssistanceStep.Kind::by).orElse(Set.of());
    }

    @Override
    public Result move(@Nullable State from, ActFacts act) {
        return AssistanceStep.of(act)
                .map(step -> new AssistanceMove((AssistanceState) from, step, Role.of(act.role())).result())
                .orElse(new Result.WithoutEffect("incomplete"));
    }

    @Override
    public void check(@Nullable State from, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public State state(Map<String, Object> json) {
        return AssistanceState.of(json);
    }
}
