package org.comity.casework;

import java.util.Collection;

/** Compares what was typed into a search with what stands somewhere, as the search itself compares it. */
public interface TypedWords {

    /** Knows whether all that was typed, or each of its words, stands in one of these; an identifier, however it is written. */
    boolean stand(String typed, Collection<String> said);
}
