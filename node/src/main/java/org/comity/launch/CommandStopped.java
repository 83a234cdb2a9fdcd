package org.comity.launch;

/** Ends the program with one clear sentence for the person at the terminal. */
final class CommandStopped extends RuntimeException {
    CommandStopped(String sentence) {
        super(sentence);
    }
}
