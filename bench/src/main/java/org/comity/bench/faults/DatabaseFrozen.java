package org.comity.bench.faults;

/** A node's database stands still (STOP) for half a minute, while health answers all the same; then it goes on (CONT). */
final class DatabaseFrozen implements Fault {

    @Override
    public String name() {
        return "database-frozen";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var database = stage.asked.database();
        database.freeze();
        try {
            work.request();
            stage.pass(30);
            Fault.unless(
                    stage.asked.health() != 0,
                    "health did not answer within two seconds while the database stood still");
        } finally {
            database.thaw();
        }
    }
}
