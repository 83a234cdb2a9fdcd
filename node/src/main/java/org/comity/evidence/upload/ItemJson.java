package org.comity.evidence.upload;

import java.time.Instant;
import java.util.Locale;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.jspecify.annotations.Nullable;

/**
 * An item as programs see it.
 *
 * @param request reference of the request that it belongs to, or null
 * @param size in bytes: of the whole, or as declared while it is being added
 * @param stored plain bytes that are here while it is being added, told by size alone
 * @param part the first bytes of one that is being added, by their hash: compare before you go on; or null
 * @param manifest SHA-256 of its manifest, once it is sealed
 */
public record ItemJson(
        String id,
        String name,
        String folder,
        String mediaType,
        @Nullable String request,
        String state,
        Instant begun,
        @Nullable Long size,
        long stored,
        Evidence.@Nullable Part part,
        @Nullable String sha256,
        @Nullable String manifest) {

    public static ItemJson of(Item item, @Nullable String request, long stored, Evidence.@Nullable Part part) {
        var sealed = item.sealed();
        return new ItemJson(
                item.id().toString(),
                item.name(),
                item.folder(),
                item.mediaType(),
                request,
                item.state().name().toLowerCase(Locale.ROOT),
                item.begunAt(),
                sealed == null
                        ? item.declaredSize()
                        : Long.valueOf(sealed.plain().size()),
                sealed == null ? stored : sealed.plain().size(),
                part,
                sealed == null ? null : sealed.plain().sha256(),
                sealed == null ? null : sealed.sha256());
    }
}
