package org.comity.directory;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** The directory has no such participant. */
public final class UnknownParticipant extends RuleBroken {
    public UnknownParticipant(String id) {
        super("directory.unknown-participant", Map.of("id", id));
    }
}
