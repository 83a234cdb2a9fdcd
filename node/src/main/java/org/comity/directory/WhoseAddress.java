package org.comity.directory;

import org.jspecify.annotations.Nullable;

/**
 * Says to which provider an address, a domain or a number is noted.
 *
 * @param identifier as it was asked
 * @param noted the narrowest range that holds it; null where nobody noted one
 * @param special the registry that keeps it for a purpose of its own, so that it is no provider's; null where none does
 */
public record WhoseAddress(
        String identifier,
        @Nullable NotedRange noted,
        @Nullable Special special) {

    /**
     * @param what a word of messages, e.g. {@code private} or {@code documentation}
     * @param registry the document that says so, e.g. {@code RFC 1918}
     */
    public record Special(String what, String registry) {}
}
