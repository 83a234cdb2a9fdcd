package org.comity.bench.faults;

import java.util.List;

/** The directory operator shows an old list again; nodes refuse it, warn, go on, and take the next true one. */
final class OperatorRollsBack implements Fault {

    private static final String WARNED = "select count(*) from directory.warning where code = 'list-rollback'";

    @Override
    public String name() {
        return "operator-rolls-back";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        OperatorLists.taken(stage, stage.operator.publish());
        stage.operator.rollBack();
        for (var each : List.of(stage.asking, stage.asked)) {
            stage.patience.until(
                    each.id() + " warns of the old list", () -> each.database().count(WARNED) > 0);
        }
        work.request();
        work.answerAll();
        stage.patience.until("acts go while the operator lies", work::settled);
        stage.operator.honest();
        OperatorLists.taken(stage, stage.operator.publish());
    }
}
