package org.comity.backup;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Puts a failure of the machine into words for the person at the terminal. */
final class MachineFailure {

    private MachineFailure() {}

    static String sentence(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            var said = String.valueOf(each.getMessage());
            if (said.contains("No space left") || said.contains("Disk quota exceeded")) {
                return "the disk is full. Free some space, or name a place on another disk, and run again.";
            }
            if (each instanceof AccessDeniedException denied) {
                return "%s may not be read or written by this user.".formatted(denied.getFile());
            }
            if (each instanceof FileSystemException file) {
                return "%s: %s".formatted(file.getFile(), file.getReason());
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
