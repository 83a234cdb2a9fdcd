package org.comity.intelligence.stix;

import java.time.Instant;
import java.util.List;
import org.comity.intelligence.stix.IndicatorKind.NamedValue;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * One indicator, or one observable, as its bundle says it.
 *
 * @param values any of which matches; empty where {@code written} says more than a list
 * @param written its pattern as written, and {@code language} in which; empty of what is listed
 * @param observed seen, and not said to be a sign of anything
 * @param by name of who made it, or the id where the bundle does not name them; empty where nobody is said
 * @param light the narrowest label of all that mark it; null where none does, and {@code inPart} where one marks a part alone
 * @param unread it is marked in a way that cannot be read
 * @param statements what further markings say of it
 */
// More than twelve: it is a row of the table that is shown.
public record ReadIndicator(
        String id,
        String name,
        List<NamedValue> values,
        String written,
        String language,
        boolean observed,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean revoked,
        String by,
        @Nullable TrafficLight light,
        boolean unread,
        boolean inPart,
        List<String> statements,
        Sightings sightings) {

    /** @param times how often it was seen; 0: nobody says that it was */
    public record Sightings(
            long times,
            List<String> by,
            @Nullable Instant first,
            @Nullable Instant last) {
        static final Sightings NONE = new Sightings(0, List.of(), null, null);
    }
}
