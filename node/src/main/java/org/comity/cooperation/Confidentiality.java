package org.comity.cooperation;

/** Whether we said that we can keep a request confidential, which comes before ordering or reporting; one bean a procedure. */
public interface Confidentiality extends ProcedurePart {

    Standing of(String thread);

    enum Standing {
        /** Nothing was to be kept from anybody. */
        NOT_ASKED,
        /** Asked for, and the requested State has not said whether it can. */
        OPEN,
        /** An act with effect said whether, and until when. */
        SETTLED
    }
}
