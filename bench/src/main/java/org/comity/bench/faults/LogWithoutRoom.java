package org.comity.bench.faults;

import java.sql.SQLException;
import org.comity.bench.faults.FaultNetwork.Beneath;

/** A database stops because its next log segment finds no room, and half a segment of room does not help it yet; a whole one heals it. */
final class LogWithoutRoom implements Fault {

    private static final long HALF_A_SEGMENT = 8L << 20;

    @Override
    public String name() {
        return "wal-without-room";
    }

    @Override
    public Beneath beneath() {
        return Beneath.SMALL_DISK;
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var disk = new SmallDisk(stage.asked.home());
        try (var officers = work.begin()) {
            disk.fill();
            useTheLogUp(stage.asked.database());
            disk.free(HALF_A_SEGMENT);
            stage.pass(30);
            disk.free();
        }
    }

    /** A segment is written to its end, and the next, until none can be made. */
    private static void useTheLogUp(OwnDatabase database) throws Exception {
        try {
            for (int segments = 0; segments < 64; segments++) {
                database.run(
                        "select pg_logical_emit_message(false, 'bench', repeat('x', 1000000)); select pg_switch_wal()");
            }
        } catch (SQLException | java.io.IOException stopped) {
            // that is what it is for
        }
    }
}
