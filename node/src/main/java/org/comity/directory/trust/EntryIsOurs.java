package org.comity.directory.trust;

import java.util.List;
import org.comity.directory.OurEntry;
import org.comity.ui.ReadySteps;
import org.springframework.stereotype.Component;

/** Tells a new node whether its officials wrote and approved its entry: the first version is the machine's own. */
@Component
class EntryIsOurs implements ReadySteps {

    private final OurEntry entry;

    EntryIsOurs(OurEntry entry) {
        this.entry = entry;
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("entry", entry.entry().version() > 1, "/directory/us"));
    }
}
