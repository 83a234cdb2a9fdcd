package org.comity.bench.faults;

import java.util.Map;

/** A node's clock stands 400 days ahead for a minute, while an act waits and an old case is due for deletion; put right, it has deleted and given up nothing. */
final class ClockAhead implements Fault {

    @Override
    public String name() {
        return "clock-ahead";
    }

    @Override
    public void play(Stage stage, Work work) throws Exception {
        var ended = work.request();
        work.answerAll();
        work.act(stage.asking, ended, Map.of("type", "withdraw", "body", Map.of("text", "Solved.")));
        stage.patience.until("the case ends on both nodes", work::settled);
        stage.asked.stop();
        work.request();
        stage.asking.restart("node.clock.offset=P400D");
        stage.pass(60);
        stage.asking.restart();
        stage.asked.start();
        for (var each : work.acts(stage.asking, ended)) {
            Fault.unless(Boolean.TRUE.equals(((Map<?, ?>) each).get("bodyKept")), "a text was deleted by the wrong clock");
        }
    }
}
