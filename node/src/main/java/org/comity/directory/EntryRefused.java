package org.comity.directory;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What was offered to the directory may not be taken; nothing was changed. */
public final class EntryRefused extends RuleBroken {

    private final String reason;

    /** @param reason stable code, documented in docs/protocol/directory.md */
    public EntryRefused(String reason, String subject) {
        super("directory.refused." + reason, Map.of("id", subject));
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
