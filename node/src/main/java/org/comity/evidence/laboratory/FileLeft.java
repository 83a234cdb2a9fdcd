package org.comity.evidence.laboratory;

import java.io.IOException;

/** Tells why a file is left and the next one taken: the same again would not help. */
final class FileLeft extends IOException {

    FileLeft(String why) {
        super(why);
    }

    private FileLeft(long at, IOException why) {
        super("it cannot be read at byte %,d (%s)".formatted(at, why), why);
    }

    /** Not the line's fault but this computer's. */
    static FileLeft unreadable(long at, IOException why) {
        return new FileLeft(at, why);
    }
}
