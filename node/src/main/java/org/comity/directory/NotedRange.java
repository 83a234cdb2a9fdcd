package org.comity.directory;

import java.time.LocalDate;

/**
 * An address range, a domain or a number prefix that is noted to a provider, and who said so.
 *
 * @param shown as it is read, e.g. {@code 203.0.113.0/24}, {@code mail.example} or {@code +999123}
 * @param source who said so
 * @param day on which they did
 */
public record NotedRange(long id, String provider, Kind kind, String shown, String source, LocalDate day) {

    public enum Kind {
        ADDRESS,
        DOMAIN,
        NUMBER
    }

    /** Nobody has looked at it for a year. */
    public boolean old(LocalDate today) {
        return ProviderNote.old(day, today);
    }
}
