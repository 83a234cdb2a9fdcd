package org.comity.cooperation.assistance;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.proof.Act;
import org.comity.proof.table.Said;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Procedure 40/44, version 1: threads opened in it are folded by it for life. */
@Component
class AssistanceProcedure implements Procedure {

    /** As the law data name it. */
    static final String NAME = "assistance";

    static final String ID = NAME + "/1";

    /** Receipts, questions and answers bind nobody. */
    private static final Set<Step.Kind> ONE_OFFICER = EnumSet.of(
            Step.Kind.ACKNOWLEDGE,
            Step.Kind.ASK,
            Step.Kind.ANSWER,
            Step.Kind.SUPPLEMENT,
            Step.Kind.ASK_STATUS,
            Step.Kind.STATUS,
            Step.Kind.RECEIVED,
            Step.Kind.MATCHED,
            Step.Kind.NOT_MATCHED);

    private final ActRules rules;

    AssistanceProcedure(Convention convention) {
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
        return Step.Kind.of(type).map(Step.Kind::by).orElse(Set.of());
    }

    @Override
    public Result move(@Nullable State from, Said act) {
        return Step.of(act)
                .map(step -> new Move((AssistanceState) from, step, Role.of(act.role())).result())
                .orElse(new Result.WithoutEffect("incomplete"));
    }

    @Override
    public void check(@Nullable State from, Act act) {
        rules.check(act);
    }

    /** As in preservation, an emergency (Art. 2(o)) does not wait for a second officer. */
    @Override
    public boolean oneOfficerSuffices(Act act) {
        var kind = Step.Kind.of(act.envelope().type());
        return kind.filter(ONE_OFFICER::contains).isPresent()
                || kind.filter(Step.Kind.REQUEST::equals).isPresent()
                        && Boolean.TRUE.equals(act.body().get("emergency"));
    }

    static Set<String> oneOfficer() {
        return ONE_OFFICER.stream().map(Step.Kind::type).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public State state(Map<String, Object> json) {
        return AssistanceState.of(json);
    }
}
