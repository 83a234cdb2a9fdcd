package org.comity.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import org.comity.bench.BadLine.Quality;

/** Sixteen acts are approved at once on a line of 64 kbit/s; all are registered within three minutes, on that same line. */
final class LineThin implements Fault {

    private static final Quality THIN = new Quality(64_000 / 8, 50, 0);
    private static final HealingTime LONGEST = new HealingTime(Duration.ofMinutes(3));
    private static final int AT_ONCE = 16;

    @Override
    public String name() {
        return "line-thin";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var all = new ArrayList<OfficersDuringFault.Written>();
        for (int i = 0; i < AT_ONCE; i++) {
            all.add(work.write());
        }
        stage.lines(THIN);
        for (var each : all) {
            work.approve(each);
        }
        LONGEST.until("sixteen acts at 64 kbit/s are registered", work::settled);
        stage.lines(Quality.PERFECT);
    }
}
