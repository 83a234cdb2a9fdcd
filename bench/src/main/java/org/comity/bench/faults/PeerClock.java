package org.comity.bench.faults;

/** The other State's clock is ten minutes ahead for a while, and is put right; times run backwards, registers do not. */
final class PeerClock implements Fault {

    @Override
    public String name() {
        return "peer-clock";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        stage.asked.restart("node.clock.offset=PT10M");
        work.request();
        work.answerAll();
        stage.pass(10);
        stage.asked.restart();
    }
}
