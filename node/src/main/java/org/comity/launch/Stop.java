package org.comity.launch;

/** One clear sentence for the person at the terminal; the program ends. */
final class Stop extends RuntimeException {
    Stop(String sentence) {
        super(sentence);
    }
}
