package org.comity.directory.pages;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;

/** A counterpart's entry, its versions, and what we did about it. */
public record CounterpartView(
        Participant participant,
        Directory.Validity standing,
        EntryVersions.Source source,
        @Nullable Instant phoneTested,
        List<EntryVersions.Version> versions,
        List<EntryVersions.Version> waiting,
        LawBetween between) {

    public boolean recorded() {
        return source == EntryVersions.Source.RECORDED;
    }
}
