package org.comity.procedure;

/**
 * Says whether we answered that we can keep a request confidential, which comes before ordering or reporting; one bean a procedure.
 */
public interface Confidentiality extends ProcedurePart {

    Answer of(String thread);

    /** The type of act that answers it. */
    String settledBy();

    enum Answer {
        /** Nothing was to be kept from anybody. */
        NOT_ASKED,
        /** Asked for, and the requested State has not said whether it can. */
        OPEN,
        /** An act with effect said whether, and until when. */
        SETTLED
    }
}
