package org.comity.bench.faults;

import java.util.List;
import org.comity.bench.faults.Fault.Unhealed;

/** Compares which lists of the operator both nodes hold. */
final class OperatorLists {

    private OperatorLists() {}

    static void taken(FaultNetwork stage, long sequence) throws Unhealed, InterruptedException {
        for (var each : List.of(stage.asking, stage.asked)) {
            stage.patience.until(
                    "%s takes list %d".formatted(each.id(), sequence),
                    () -> each.database().count("select max(sequence) from directory.list") == sequence);
        }
    }
}
