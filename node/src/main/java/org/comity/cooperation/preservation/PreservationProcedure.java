package org.comity.cooperation.preservation;

import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.proof.Act;
import org.comity.proof.table.Said;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Procedure 42, version 1: threads opened in it are folded by it for life. */
@Component
class PreservationProcedure implements Procedure {

    static final String ID = "preservation/1";

    private final ActRules rules;

    PreservationProcedure(Convention convention) {
        this.rules = new ActRules(convention);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String opening() {
        return Step.Kind.REQUEST.type();
    }

    @Override
    public Set<Role> roles(String type) {
        return Step.Kind.of(type).map(it -> Set.of(it.by())).orElse(Set.of());
    }

    @Override
    public Result move(@Nullable State from, Said act) {
        return Step.of(act)
                .map(step -> new Move((PreservationState) from, step, Role.of(act.role())).result())
                .orElse(new Result.WithoutEffect("incomplete"));
    }

    @Override
    public void check(@Nullable State from, Act act) {
        rules.check(from, act);
    }

    /** Receipts and questions bind nobody; an emergency (Art. 2(o)) does not wait for a second officer. */
    @Override
    public boolean oneOfficerSuffices(Act act) {
        var type = act.envelope().type();
        return PreservationRendering.ONE_OFFICER.contains(type)
                || type.equals(Step.Kind.REQUEST.type()) && Boolean.TRUE.equals(act.body().get("emergency"));
    }

    @Override
    public State state(Map<String, Object> json) {
        return PreservationState.of(json);
    }
}
