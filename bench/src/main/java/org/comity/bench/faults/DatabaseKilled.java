package org.comity.bench.faults;

/** The database that a node brings along is killed (-9) while officers work; the node starts it again by itself. */
final class DatabaseKilled implements Fault {

    @Override
    public String name() {
        return "database-killed";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        try (var officers = work.begin()) {
            Thread.sleep(500 + stage.random.nextInt(2_000));
            stage.asked.database().kill();
        }
    }
}
