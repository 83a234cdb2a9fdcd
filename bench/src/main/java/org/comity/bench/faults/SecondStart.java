package org.comity.bench.faults;

import java.util.concurrent.TimeUnit;
import org.comity.bench.NodeProcess;

/** A node is started a second time on the same home; the second one ends by itself, and the first does not notice. */
final class SecondStart implements Fault {

    @Override
    public String name() {
        return "second-start";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var first = stage.asked;
        long database = first.database().pid();
        var second = NodeProcess.begin(first.laid(), first.home().resolve("second.log"));
        boolean ended = second.waitFor(stage.patience.longest().toSeconds(), TimeUnit.SECONDS);
        if (!ended) second.destroyForcibly().waitFor();
        Fault.unless(ended, "the second one ran on");
        Fault.unless(second.exitValue() != 0, "the second one ended as if all were well");
        Fault.unless(first.process().handle().isAlive(), "the first one ended");
        Fault.unless(
                first.database().runs() && first.database().pid() == database, "the first one's database was stopped");
        Fault.unless(first.well(), "the first one is not well");
    }
}
