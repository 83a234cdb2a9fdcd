package org.comity.backup;

/** Ends a command with one clear sentence for the person at the terminal; nothing was changed. */
final class BackupNotDone extends RuntimeException {
    BackupNotDone(String sentence) {
        super(sentence);
    }
}
