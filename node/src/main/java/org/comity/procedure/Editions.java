package org.comity.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which edition of the law data an act names, e.g. {@code uncc/1}: the newest of the instrument that governs a new request, and for every further act that of the request.
 */
public interface Editions {

    /** @param body of the opening act, which names its {@code instrument}; without one it is the Convention */
    String of(@Nullable String thread, Map<String, Object> body);

    String ofThread(String thread);

    /** A draft keeps the edition under which it was begun, while it names the same instrument. */
    String ofDraft(Draft draft);
}
