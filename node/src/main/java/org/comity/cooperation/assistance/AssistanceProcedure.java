package org.comity.cooperation.assistance;

import java.util.Set;
import org.comity.convention.Convention;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.proof.Act;
import org.comity.proof.table.MoveTable;
import org.comity.thread.TabledProcedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Procedure 40/44, version 1: threads opened in it are folded by it for life. */
@Component
class AssistanceProcedure extends TabledProcedure {

    /** As the law data name it. */
    static final String NAME = "assistance";

    static final String ID = NAME + "/1";

    /** Receipts, questions and answers bind nobody. */
    static final Set<String> ONE_OFFICER = Set.of(
            Acts.ACKNOWLEDGE,
            Acts.ASK,
            Acts.ANSWER,
            Acts.SUPPLEMENT,
            Acts.ASK_STATUS,
            Acts.STATUS,
            CustodySteps.RECEIVED,
            CustodySteps.MATCHED,
            CustodySteps.NOT_MATCHED);

    private final AssistanceActRules rules;

    AssistanceProcedure(Convention convention) {
        super(ID);
        this.rules = new AssistanceActRules(convention);
    }

    @Override
    public void check(@Nullable State from, Act act) {
        var type = act.envelope().type();
        var step = step(type).orElseThrow(() -> AssistanceActRules.RULES.broken("type", type));
        step.lacking(act.envelope().said()).ifPresent(it -> {
            throw AssistanceActRules.RULES.broken("missing", it);
        });
        rules.check(act);
    }

    /** As in preservation, an emergency (Art. 2(o)) does not wait for a second officer. */
    @Override
    public boolean oneOfficerSuffices(Act act) {
        var type = act.envelope().type();
        return ONE_OFFICER.contains(type)
                || type.equals(Acts.REQUEST) && Boolean.TRUE.equals(act.body().get("emergency"));
    }

    /** The fact by which an act of this type names another; empty where it names none. */
    String about(String type) {
        return step(type).flatMap(MoveTable.Step::about).orElse("");
    }
}
