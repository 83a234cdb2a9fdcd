package org.comity.backup;

/** One clear sentence for the person at the terminal; nothing was changed. */
final class NotDone extends RuntimeException {
    NotDone(String sentence) {
        super(sentence);
    }
}
