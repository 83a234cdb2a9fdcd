package org.comity.bench.faults;

import java.util.Map;

/**
 * A node's clock stands 400 days ahead, while an act waits and an old case is due for deletion, until it has tried to send and
 * retention has had its turn; put right, it has deleted and given up nothing.
 */
final class ClockAhead implements Fault {

    private static final String TRIED =
            "select coalesce(sum(attempts), 0) from exchange.outbox where status = 'QUEUED'";

    @Override
    public String name() {
        return "clock-ahead";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var ended = work.request();
        work.answerAll();
        work.act(stage.asking, ended, Map.of("type", "withdraw", "body", Map.of("text", "Solved.")));
        stage.patience.until("the case ends on both nodes", work::settled);
        stage.asked.stop();
        work.request();
        long tried = stage.asking.database().count(TRIED);
        stage.asking.restart("node.clock.offset=P400D", "node.retention.first=PT1S");
        stage.patience.until(
                "retention looks, and doubts the clock",
                () -> stage.asking.process().says("the clock is doubted"));
        stage.patience.until(
                "what waits is tried by the wrong clock",
                () -> stage.asking.database().count(TRIED) > tried);
        stage.asking.restart();
        stage.asked.start();
        for (var each : work.acts(stage.asking, ended)) {
            Fault.unless(
                    Boolean.TRUE.equals(((Map<?, ?>) each).get("bodyKept")), "a text was deleted by the wrong clock");
        }
    }
}
