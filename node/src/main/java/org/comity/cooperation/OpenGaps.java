package org.comity.cooperation;

import java.util.List;

/** What a request of an emergency left out and no later act has filled; one bean a procedure. */
public interface OpenGaps {

    /** e.g. {@code preservation/1} */
    String procedure();

    /** Keys in the order of the form; message {@code <law>.option.completes.<key>}. Read from registered acts. */
    List<String> open(String thread);
}
