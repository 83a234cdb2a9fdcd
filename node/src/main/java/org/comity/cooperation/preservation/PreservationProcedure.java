package org.comity.cooperation.preservation;

import java.util.Set;
import org.comity.convention.Convention;
import org.comity.proof.Act;
import org.comity.thread.TabledProcedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Procedure 42, version 1: threads opened in it are folded by it for life. */
@Component
class PreservationProcedure extends TabledProcedure {

    /** As the law data name it. */
    static final String NAME = "preservation";

    static final String ID = NAME + "/1";

    /** The act that opens a thread. */
    static final String REQUEST = "request";

    /** Until when the data are kept, or are to be: a fact of an act, and a field of a state. */
    static final String UNTIL = "until";

    /** Types of act that name an end. */
    static final Set<String> WITH_UNTIL = Set.of("report-preserved", "extend", "expire");

    private final PreservationActRules rules;

    PreservationProcedure(Convention convention) {
        super(ID);
        this.rules = new PreservationActRules(convention);
    }

    @Override
    public void check(@Nullable State from, Act act) {
        var type = act.envelope().type();
        var step = step(type).orElseThrow(() -> PreservationActRules.RULES.broken("type", type));
        step.lacking(act.envelope().said()).ifPresent(it -> {
            throw PreservationActRules.RULES.broken("missing", it);
        });
        rules.check(act);
    }

    /** Receipts and questions bind nobody; an emergency (Art. 2(o)) does not wait for a second officer. */
    @Override
    public boolean oneOfficerSuffices(Act act) {
        var type = act.envelope().type();
        return PreservationRendering.ONE_OFFICER.contains(type)
                || type.equals(REQUEST) && Boolean.TRUE.equals(act.body().get("emergency"));
    }
}
