package org.comity.intelligence.stix;

import java.time.Instant;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What a list of objects tells of one without opening it.
 *
 * @param place in its bundle
 * @param version when it was changed last; of what has no versions, null
 * @param light the narrowest label that marks it, or null
 */
public record IndexedObject(
        int place,
        String id,
        String type,
        @Nullable Instant version,
        @Nullable TrafficLight light) {}
