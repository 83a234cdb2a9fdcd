package org.comity.evidence;

import java.util.List;
import org.comity.proof.register.SignedEntry;

/**
 * What evidence asks of the exchange, which it does not know: acts and entries that lie in a bag pass the door like those
 * that a courier brings. On a node where nobody answers, a bag brings items alone.
 */
public interface CarriedThreads {

    /**
     * A sealed act, checked and kept in a transaction of its own; the same again changes nothing.
     *
     * @param from the participant that made the bag
     */
    void act(String from, byte[] container) throws NotTaken;

    /** Entries of a register that {@code from} keeps, in order of n, at most {@link #ENTRIES}. */
    void entries(String from, List<SignedEntry> entries) throws NotTaken;

    int ENTRIES = 100;

    /** Refused at the door, nothing stored; {@code code} is one of docs/protocol/door.md. */
    final class NotTaken extends Exception {

        private final String code;

        public NotTaken(String code, String detail) {
            super(detail);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
