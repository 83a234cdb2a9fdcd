package org.comity.convention;

/** The law's data contradict themselves. The node does not start; the message names file, line and what to do. */
public final class LawInconsistent extends RuntimeException {

    public LawInconsistent(String place, String what) {
        super(place + ": " + what);
    }
}
