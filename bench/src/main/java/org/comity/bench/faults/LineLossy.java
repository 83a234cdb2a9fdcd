package org.comity.bench.faults;

import org.comity.bench.BadLine.Quality;

/** The lines are far and lossy (two seconds there and back, one piece in twenty lost) while acts go both ways; all of them arrive. */
final class LineLossy implements Fault {

    private static final Quality FAR = new Quality(512 << 10, 1_000, 5);

    @Override
    public String name() {
        return "line-lossy";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        stage.lines(FAR);
        for (int i = 0; i < 3; i++) {
            work.request();
        }
        work.answerAll();
        stage.patience.until("acts of a lossy line are registered", work::settled);
        stage.lines(Quality.PERFECT);
    }
}
