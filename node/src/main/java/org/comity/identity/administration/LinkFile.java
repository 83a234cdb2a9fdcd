package org.comity.identity.administration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A one-time link in a file that only the node's system user reads. */
final class LinkFile {

    private LinkFile() {}

    static void write(Path file, String link) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, link + "\n");
    }
}
