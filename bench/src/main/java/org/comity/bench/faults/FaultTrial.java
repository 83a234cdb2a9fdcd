package org.comity.bench.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.comity.bench.NodeComparison;
import org.comity.bench.faults.Fault.NotPlayed;
import org.comity.bench.faults.Fault.Unhealed;
import org.jspecify.annotations.Nullable;

/** Plays one fault on a network that works, heals it, and judges it by both registers. */
final class FaultTrial {

    private static final HealingTime AFTER_RESTART = new HealingTime(Duration.ofSeconds(60));

    private final Fault fault;
    private final FaultNetwork stage;
    private final PrintStream out;
    private final OfficersDuringFault work;
    private double seconds;

    FaultTrial(Fault fault, FaultNetwork stage, PrintStream out) {
        this.fault = fault;
        this.stage = stage;
        this.out = out;
        this.work = new OfficersDuringFault(stage);
    }

    FaultOutcome run() throws InterruptedException {
        out.println("fault: " + fault.name());
        String unhealed = null;
        try {
            bothWays();
            fault.play(stage, work);
            recover();
        } catch (NotPlayed e) {
            out.println("  not played: " + e.getMessage());
            return FaultOutcome.notPlayed(fault.name(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw e;
        } catch (Unhealed e) {
            unhealed = e.getMessage();
        } catch (Exception e) {
            unhealed = "it could not be played to its end: " + e;
        }
        var registers = compared(unhealed);
        out.println("  %s; %s"
                .formatted(
                        unhealed == null ? "healed after %.1f s".formatted(seconds) : "UNHEALED: " + unhealed,
                        registers));
        return new FaultOutcome(fault.name(), registers, unhealed, null, seconds);
    }

    /** Officers can work: one asks, the other answers. */
    private void bothWays() throws Unhealed, InterruptedException {
        work.request();
        work.answerAll();
    }

    private void recover() throws Unhealed, InterruptedException {
        long ended = System.nanoTime();
        stage.patience.until("what was approved is registered on both nodes", work::settled);
        stage.patience.until("both nodes say that they are well", stage::well);
        seconds = (System.nanoTime() - ended) / 1e9;
        work.answerAll();
        bothWays();
        stage.patience.until("what was approved afterwards is registered on both nodes", work::settled);
    }

    /** What is not healed is started again first, so that lost is what no restart brings back. */
    private NodeComparison compared(@Nullable String unhealed) throws InterruptedException {
        try {
            if (unhealed != null) {
                stage.restart();
                AFTER_RESTART.until("registered after a restart", work::settled);
            }
        } catch (IOException | Unhealed e) {
            out.println("  after a restart: " + e.getMessage());
        }
        try {
            return work.compare();
        } catch (IOException e) {
            out.println("  the registers cannot be read: " + e.getMessage());
            return new NodeComparison(0, work.approvedActs(), work.approvedActs(), 0, 0, 0);
        }
    }
}
