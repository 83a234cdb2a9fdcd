package org.comity.bench.faults;

/** The lines between both nodes are dead for two minutes, with acts waiting on both sides; then they carry again. */
final class LineCut implements Fault {

    @Override
    public String name() {
        return "line-cut";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var there = work.request();
        stage.patience.until(
                "the request arrives", () -> !work.acts(stage.asked, there).isEmpty());
        stage.cutLines();
        work.request();
        work.request();
        work.answer(there);
        stage.pass(120);
        stage.mendLines();
    }
}
