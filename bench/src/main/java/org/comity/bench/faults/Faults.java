package org.comity.bench.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.comity.bench.faults.Fault.NotPlayed;
import org.comity.bench.faults.FaultNetwork.Beneath;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Plays one fault after the other; after one that did not heal, the next finds a new network. */
public final class Faults {

    private final FaultsPlan plan;
    private final PrintStream out;
    private @Nullable FaultNetwork stage;
    private boolean sound = true;

    public Faults(FaultsPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    public FaultsFound run() throws IOException, InterruptedException {
        // Its own words are the report, not what libraries log.
        LoggingSystem.get(Faults.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        out.println("seed %d, %d kinds".formatted(plan.seed(), plan.kinds().size()));
        var judged = new ArrayList<FaultOutcome>();
        try {
            for (var each : plan.kinds()) {
                judged.add(judge(each));
            }
        } finally {
            leave();
        }
        var found = new FaultsFound(plan.seed(), List.copyOf(judged));
        out.println(found.json());
        return found;
    }

    private FaultOutcome judge(Fault fault) throws IOException, InterruptedException {
        try {
            var judged = new FaultTrial(fault, on(fault.beneath()), out).run();
            sound = !judged.played() || judged.healed();
            return judged;
        } catch (NotPlayed | IOException e) {
            // No fault has been played yet: it was the network that could not be set up.
            out.println("fault: %s%n  not played: %s".formatted(fault.name(), e.getMessage()));
            return FaultOutcome.notPlayed(fault.name(), String.valueOf(e.getMessage()));
        }
    }

    private FaultNetwork on(Beneath beneath) throws IOException, InterruptedException {
        var now = stage;
        if (now != null && sound && now.beneath == beneath) return now;
        leave();
        now = FaultNetwork.set(beneath, plan);
        out.println("network in " + now.home());
        stage = now;
        return now;
    }

    private void leave() throws IOException, InterruptedException {
        var old = stage;
        stage = null;
        if (old == null) return;
        old.close();
        old.leave(sound);
        sound = true;
    }
}
