package org.comity.launch;

import java.nio.file.Path;

/** Finds a named file from the folder in which the reader stands; the program itself runs in its own. */
final class StandingFolder {

    private StandingFolder() {}

    static Path file(String named) {
        return file(System.getProperty("comity.from", ""), named);
    }

    /** @param from empty for the folder in which the program runs */
    static Path file(String from, String named) {
        return Path.of(from).resolve(named).toAbsolutePath().normalize();
    }
}
