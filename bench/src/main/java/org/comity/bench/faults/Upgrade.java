package org.comity.bench.faults;

/** A node's database is one of the first version that ran, with the rows of today that it had room for; starting today's node on it brings it up to date. */
final class Upgrade implements Fault {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void play(Stage stage, Work work) throws Exception {
        stage.patience.until("what was sent before is registered", work::settled);
        stage.asked.stop();
        FirstVersion.instead(stage.asked.home());
        work.request();
        stage.asked.start();
    }
}
