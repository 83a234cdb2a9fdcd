package org.comity.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service provider keeps, for how long, and how an order reaches it.
 *
 * @param kept by kind of data; of a kind that is not there nothing is said
 * @param address where orders are served
 * @param emergency whom one rings where life is at risk
 * @param languages in which it reads orders
 * @param demands the form that it demands
 * @param since the first day on which it is so; null where nobody said one
 * @param source who said so
 * @param checked the day on which somebody last looked whether it is so
 * @param version rises with each change, so that nobody writes over what another has just written
 */
// More than twelve: a page shows each.
public record ProviderNote(
        String provider,
        Voice voice,
        Map<String, Kept> kept,
        String address,
        String hours,
        String emergency,
        String languages,
        String demands,
        @Nullable LocalDate since,
        String source,
        LocalDate checked,
        int version,
        Instant writtenAt) {

    /** The kinds of data that the Convention distinguishes. */
    public static final List<String> KINDS = List.of("subscriber", "traffic", "content");

    private static final int YEARS_UNTIL_OLD = 1;

    public ProviderNote {
        kept = Map.copyOf(kept);
    }

    /** Who speaks. */
    public enum Voice {
        /** The provider itself, from its seat. */
        OWN,
        /** An officer of ours. */
        OURS
    }

    /**
     * @param days for so long; 0: it keeps none; null: no fixed period
     * @param what of it is kept; may be empty
     */
    public record Kept(@Nullable Integer days, String what) {}

    /** Nobody has looked at it for a year. */
    public boolean old(LocalDate today) {
        return old(checked, today);
    }

    static boolean old(LocalDate checked, LocalDate today) {
        return checked.isBefore(today.minusYears(YEARS_UNTIL_OLD));
    }
}
