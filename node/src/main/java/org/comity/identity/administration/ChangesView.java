package org.comity.identity.administration;

import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a second person.
 *
 * @param deciders names of those who may decide, by the change's number
 * @param code of the link that was just confirmed; shown once
 */
public record ChangesView(
        List<PersonChange> waiting,
        Map<Long, List<String>> deciders,
        Official reader,
        boolean passkeyRequired,
        @Nullable String code) {}
