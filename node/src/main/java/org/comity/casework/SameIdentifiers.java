package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;

/** Finds requests that ask about the same account, address or device: two of them are often one matter. Seen by us alone, and of a closed request by those whom it names. */
public interface SameIdentifiers {

    /** Requests of one matter that are named at most. */
    int MOST = 20;

    /** By thread, what most others name first; one that shares nothing is left out. */
    Map<String, List<Same>> of(Collection<RequestRow> rows, Official by);

    /** Requests that name what is being written, each identifier by itself. */
    List<Same> named(List<String> identifiers, Official by);

    /**
     * @param others newest first, at most {@link #MOST}; what follows a request by another procedure is the same matter and
     *     not among them
     */
    record Same(String identifier, List<RequestRow> others) {}
}
