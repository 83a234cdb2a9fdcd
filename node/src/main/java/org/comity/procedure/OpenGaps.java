package org.comity.procedure;

import java.util.List;

/** What a request of an emergency left out and no later act has filled; one bean a procedure. */
public interface OpenGaps extends ProcedurePart {

    /** Keys in the order of the form; message {@code <law>.option.completes.<key>}. Read from registered acts. */
    List<String> open(String thread);

    /** The type of act that fills them. */
    String filledBy();
}
