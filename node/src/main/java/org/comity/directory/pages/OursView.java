package org.comity.directory.pages;

import java.util.List;
import org.comity.directory.EntryVersions;
import org.comity.directory.OurEntry;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Our own entry as other States read it.
 *
 * @param part which part is open: {@code law}, {@code authorities}, {@code languages}, {@code reservations},
 *     {@code provisions} or {@code versions}
 * @param draft the new version that waits for its second officer
 * @param changes what the draft changes
 * @param act what approving the draft signs, or null
 */
public record OursView(
        Participant participant,
        String part,
        List<EntryVersions.Version> versions,
        OurEntry.@Nullable Draft draft,
        List<CompareView.Row> changes,
        boolean editable,
        @Nullable String act) {

    public static final List<String> PARTS =
            List.of("law", "authorities", "languages", "reservations", "provisions", "versions");

    /** Who approved the version in force, if it was written here. */
    public EntryVersions.@Nullable Version inForce() {
        return versions.stream()
                .filter(it -> it.status() == EntryVersions.Status.IN_FORCE)
                .findFirst()
                .orElse(null);
    }
}
