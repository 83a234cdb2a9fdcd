package org.comity.casework.acts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed in an act since an officer returned it.
 *
 * @param by name of that officer; {@code mine} it is the reader
 * @param why the note, as that officer wrote it
 * @param files names of the files that are new, gone or another
 */
public record SinceReturned(String by, boolean mine, Instant at, String why, List<Change> changes, List<String> files) {

    /** Labels of what says something else now. */
    public Set<String> labels() {
        return changes.stream().map(Change::label).collect(Collectors.toUnmodifiableSet());
    }

    public boolean same() {
        return changes.isEmpty() && files.isEmpty();
    }

    /**
     * One part of the act, in the language of the act.
     *
     * @param before its lines that are not there now; {@code after} those that were not there then
     */
    public record Change(String label, List<String> before, List<String> after) {}
}
