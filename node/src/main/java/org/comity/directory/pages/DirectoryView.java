package org.comity.directory.pages;

import java.util.List;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;

/**
 * The directory in the order of the reader's alphabet. Of others it shows what they say of themselves; only our own
 * standing and our own troubles are told.
 */
public record DirectoryView(
        List<Participant> participants,
        String self,
        String fingerprint,
        long sequence,
        boolean confirmed,
        List<DirectoryWatch.Warning> warnings,
        List<EntryVersions.Version> waiting) {

    public boolean waits(String id) {
        return waiting.stream().anyMatch(it -> it.id().equals(id));
    }
}
