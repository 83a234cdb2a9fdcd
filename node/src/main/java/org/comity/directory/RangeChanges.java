package org.comity.directory;

import java.util.List;
import org.comity.ui.ListPage;

/**
 * What a file of ranges would change, or has changed.
 *
 * @param changed noted to another provider before, or with another source or day
 * @param same how many rows change nothing
 * @param gone what is taken away
 * @param wrong where there is any, nothing is taken
 * @param digest of all changes
 * @param taken they were made
 */
public record RangeChanges(
        List<NotedRange> added,
        List<Change> changed,
        int same,
        ListPage<NotedRange> gone,
        int allGone,
        List<WrongRow> wrong,
        String digest,
        boolean taken) {

    public record Change(NotedRange before, NotedRange after) {}

    /**
     * @param row its number in the file, from 1; 0 for the file as a whole
     * @param typed as it stands there
     * @param why a word of messages
     * @param meant what it probably was to be; empty where nobody knows
     */
    public record WrongRow(int row, String typed, String why, String meant) {}

    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && allGone == 0;
    }
}
