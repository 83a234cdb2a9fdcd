package org.comity.viewer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.Item;
import org.jspecify.annotations.Nullable;

/**
 * One page of an open item.
 *
 * @param hex lines of bytes, when they are looked at or nothing else could be shown
 * @param at the first byte of this page of text or bytes
 * @param picture as a data address, or null
 */
public record ViewingView(
        Item item,
        UUID viewing,
        Instant until,
        ViewerKind look,
        ShownPart shown,
        List<String> hex,
        long at,
        int page,
        int sheet,
        long size,
        @Nullable String picture) {

    public String base() {
        return "/evidence/%s/viewing/%s".formatted(item.id(), viewing);
    }

    public String as(ViewerKind other) {
        return base() + "?as=" + other.word();
    }

    public String bytesAt(long from) {
        return base() + "?as=" + look.word() + "&at=" + Math.max(0, from);
    }

    public String rows(int of, int sheetOf) {
        return base() + "?as=" + look.word() + "&page=" + of + "&sheet=" + sheetOf;
    }

    public boolean byBytes() {
        return look == ViewerKind.TEXT || look == ViewerKind.HEX;
    }

    /** Bytes of one page of this kind. */
    public long step() {
        return look == ViewerKind.TEXT ? ViewingItem.TEXT_PAGE : HexDump.PAGE;
    }

    public long last() {
        return size == 0 ? 0 : (size - 1) / step() * step();
    }
}
