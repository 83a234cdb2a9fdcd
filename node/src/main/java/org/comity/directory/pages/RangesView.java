package org.comity.directory.pages;

import java.util.Map;
import org.comity.directory.NotedRange;
import org.comity.directory.Participant;
import org.comity.directory.ProviderRanges.TypedRanges;
import org.comity.directory.RangeChanges;
import org.comity.ui.FormProblems;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of a provider, and what an officer brings.
 *
 * @param changes what would change; null before anything was brought
 * @param before who has what is to be noted otherwise, by id
 * @param writes whether the reader may
 */
public record RangesView(
        Participant provider,
        ListPage<NotedRange> ranges,
        TypedRanges typed,
        @Nullable RangeChanges changes,
        Map<String, Participant> before,
        FormProblems problems,
        boolean writes) {

    /** Rows of each list that are shown; all are counted. */
    public static final int SHOWN = 100;

    public boolean takes() {
        return changes != null && changes.wrong().isEmpty() && !changes.none();
    }
}
