package org.comity.bench.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wrapped keys of an item are damaged on the disk; the node says so and delivers nothing of it until they are put back. */
final class KeyDamaged implements Fault {

    @Override
    public String name() {
        return "vault-key-damaged";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var exhibit = Exhibit.add(stage, work);
        Map<Path, byte[]> headers = new HashMap<>();
        try (var files = Files.list(exhibit.folder().resolve("headers"))) {
            for (var each : List.copyOf(files.toList())) {
                byte[] header = Files.readAllBytes(each);
                headers.put(each, header.clone());
                header[header.length / 2] ^= 1;
                Files.write(each, header);
            }
        }
        exhibit.damageIsSeen();
        for (var each : headers.entrySet()) {
            Files.write(each.getKey(), each.getValue());
        }
        exhibit.isWholeAgain();
    }
}
