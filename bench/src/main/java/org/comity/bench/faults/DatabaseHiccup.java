package org.comity.bench.faults;

import java.sql.SQLException;

/** All connections of both databases break again and again while officers work; new ones are opened and no claim stays behind. */
final class DatabaseHiccup implements Fault {

    private static final String BREAK =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'";

    @Override
    public String name() {
        return "database-hiccup";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        try (var officers = work.begin()) {
            for (int times = 0; times < 8; times++) {
                Thread.sleep(300 + stage.random.nextInt(1_500));
                hiccup(stage.asking.database());
                hiccup(stage.asked.database());
            }
        }
    }

    private static void hiccup(OwnDatabase database) throws Exception {
        try {
            database.run(BREAK);
        } catch (SQLException itself) {
            // its own connection may be among them
        }
    }
}
