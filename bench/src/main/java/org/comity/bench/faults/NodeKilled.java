package org.comity.bench.faults;

import java.util.List;

/** Nodes are killed (-9) one after the other while officers work; starting them again heals it. */
final class NodeKilled implements Fault {

    @Override
    public String name() {
        return "node-killed";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        try (var officers = work.begin()) {
            for (var each : List.of(stage.asked, stage.asking)) {
                Thread.sleep(stage.random.nextInt(3_000));
                each.process().kill();
                each.start();
            }
        }
    }
}
