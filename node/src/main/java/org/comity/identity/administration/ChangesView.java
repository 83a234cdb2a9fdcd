package org.comity.identity.administration;

import java.util.List;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a second person.
 *
 * @param code of the link that was just confirmed; shown once
 */
public record ChangesView(
        List<PersonChange> waiting,
        Official reader,
        boolean passkeyRequired,
        @Nullable String code) {}
