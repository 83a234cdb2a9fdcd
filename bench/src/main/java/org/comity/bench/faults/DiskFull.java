package org.comity.bench.faults;

import org.comity.bench.faults.FaultNetwork.Beneath;

/** The disk of a node is full to its last byte for half a minute while officers work; room heals it, nobody has to start anything. */
final class DiskFull implements Fault {

    @Override
    public String name() {
        return "disk-full";
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
            stage.pass(30);
            disk.free();
        }
    }
}
