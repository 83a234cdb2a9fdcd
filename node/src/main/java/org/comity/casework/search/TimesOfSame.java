package org.comity.casework.search;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** What several requests say of when one identifier was used. */
public record TimesOfSame(String identifier, List<SaidTime> said) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * @param written as it stands beside the identifier, with its zone; empty where the request names a period alone
     * @param from the moment, or the beginning of the period; null where nobody says it, or no zone
     * @param until the end of the period, or null
     * @param zone of the capital of the State that asks
     */
    public record SaidTime(
            RequestRow request,
            String written,
            @Nullable Instant from,
            @Nullable Instant until,
            ZoneId zone) {

        boolean known() {
            return !written.isEmpty() || from != null || until != null;
        }

        @Nullable
        Instant order() {
            return from == null ? until : from;
        }

        /** As it was written; what is kept in UTC alone, by the clock of the capital. */
        public String there(@Nullable Instant at) {
            return at == null ? "" : CLOCK.format(at.atZone(zone)) + " " + zone.getId();
        }

        public String utc(@Nullable Instant at) {
            return at == null ? "" : CLOCK.format(at.atZone(java.time.ZoneOffset.UTC)) + " UTC";
        }
    }
}
