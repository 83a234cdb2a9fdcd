package org.comity.directory.pages;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Entries;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;

/** A counterpart's entry, its versions, and what we did about it. */
public record CounterpartView(
        Participant participant,
        Directory.Standing standing,
        Entries.Source source,
        @Nullable Instant phoneTested,
        List<Entries.Version> versions,
        List<Entries.Version> waiting) {

    public boolean recorded() {
        return source == Entries.Source.RECORDED;
    }
}
