package org.comity.bench.faults;

import java.nio.file.Files;

/** The stored bytes of an item are deleted behind the node's back; the node says so and delivers nothing of it until they are put back. */
final class PayloadGone implements Fault {

    @Override
    public String name() {
        return "vault-payload-gone";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var exhibit = Exhibit.add(stage, work);
        var payload = exhibit.folder().resolve("payload");
        var aside = Files.move(payload, stage.home().resolve("payload"));
        exhibit.damageIsSeen();
        Files.move(aside, payload);
        exhibit.isWholeAgain();
    }
}
