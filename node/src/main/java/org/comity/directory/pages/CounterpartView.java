package org.comity.directory.pages;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNote;
import org.jspecify.annotations.Nullable;

/**
 * A counterpart's entry, its versions, and what we did about it.
 *
 * @param act what keeping the entry signs
 * @param notes what a provider keeps
 */
public record CounterpartView(
        Participant participant,
        Directory.Validity standing,
        EntryVersions.Source source,
        @Nullable Instant phoneTested,
        List<EntryVersions.Version> versions,
        List<EntryVersions.Version> waiting,
        String act,
        boolean passkeyRequired,
        LawBetween between,
        List<ProviderNote> notes) {

    /** Where no list says so, two officers' word keeps it in force: what lapses, and what came by hand. */
    public boolean keepable() {
        return standing == Directory.Validity.GRACE
                || standing == Directory.Validity.LAPSED
                || source == EntryVersions.Source.FILE && standing == Directory.Validity.VALID;
    }

    public boolean recorded() {
        return source == EntryVersions.Source.RECORDED;
    }
}
