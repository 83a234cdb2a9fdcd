package org.comity.bench.faults;

/**
 * Starts today's node on a database of the first version that ran, with the rows of today that it had room for, and sees it brought up to date.
 */
final class FirstVersionUpgrade implements Fault {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        stage.patience.until("what was sent before is registered", work::settled);
        stage.asked.stop();
        FirstVersion.instead(stage.asked.home());
        work.request();
        stage.asked.start();
    }
}
