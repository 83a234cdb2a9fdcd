package org.comity.casework;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;

/** Takes in what is written, in the transaction that writes it, so that it can be found. */
public interface SearchIndex {

    /**
     * Words that stand in one place; again replaces them.
     *
     * @param files names of files that are kept with them
     */
    void said(String thread, Search.Kind kind, String place, Instant at, String text, List<String> files);

    /** A request as the list has it; again replaces it. */
    void listed(RequestRow row);
}
