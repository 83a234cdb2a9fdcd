package org.comity.bench.faults;

import java.util.List;

/** A node's process stands still (STOP) for half a minute while acts come, and goes on (CONT); nobody has to do anything. */
final class NodeFrozen implements Fault {

    @Override
    public String name() {
        return "node-frozen";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var node = List.of(stage.asked.process().handle());
        ProcessSignal.STOP.to(node);
        try {
            work.request();
            work.request();
            stage.pass(30);
        } finally {
            ProcessSignal.CONT.to(node);
        }
    }
}
