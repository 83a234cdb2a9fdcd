package org.comity.casework;

import java.util.List;
import java.util.Optional;
import org.comity.procedure.Draft;
import org.jspecify.annotations.Nullable;

/** Lists drafts that have not left: all of one request, or all of this node page by page. */
public interface UnsentDrafts {

    /** Being written or waiting, in one thread; longest first, at most 1,000. */
    List<Draft> of(String thread);

    /** The newest that is being written, of this procedure, and said to follow that thread; among the newest 1,000 that follow any. */
    Optional<Draft> following(String thread, String procedure);

    /**
     * Longest first, so that none is missed when it is saved while somebody pages through.
     *
     * @param waiting for a second officer; being written otherwise
     * @param after the cursor of the page before, or null; what is no cursor begins at the beginning
     * @param reader by id: drafts of closed requests are left out, as if they were not there
     */
    Page page(boolean waiting, @Nullable String after, String reader);

    /** @param cursor of the next page; null at the end */
    record Page(List<Draft> drafts, @Nullable String cursor) {}
}
