package org.comity.directory.pages;

import java.util.Map;
import org.comity.directory.OurEntry;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts, beside our own entry in the rail, a new version that waits for this official: an administrator alone has no desk. */
@Component
class EntryCount implements NavCounts {

    private final ObjectProvider<OurEntry> ours;

    EntryCount(ObjectProvider<OurEntry> ours) {
        this.ours = ours;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return ours.getObject().toApprove(official).isPresent() ? Map.of("us", 1) : Map.of();
    }
}
