package org.comity.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PlainBytes;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an item for an official, once on record, and shows page after page of it. */
@Component
class ViewingItem {

    /** Of a text; a character may be cut at its end. */
    static final int TEXT_PAGE = 1 << 16;

    private final Evidence evidence;
    private final ViewingRows rows;
    private final PlainBytes parts;
    private final DrawingProcess drawing;
    private final ViewerSettings settings;
    private final Clock clock;

    ViewingItem(
            Evidence evidence,
            ViewingRows rows,
            PlainBytes parts,
            DrawingProcess drawing,
            ViewerSettings settings,
            Clock clock) {
        this.evidence = evidence;
        this.rows = rows;
        this.parts = parts;
        this.drawing = drawing;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One custody entry, and the item is open for this official for a while.
     *
     * @throws EvidenceRefused {@code not-matched}, or {@code sealed-only} for what is never shown
     */
    @Transactional
    UUID open(Item item, Official by) {
        var viewing = UUID.randomUUID();
        evidence.viewed(item.id(), by);
        var now = clock.instant();
        rows.forget(now);
        rows.open(viewing, item.id(), by.id(), now.plus(settings.session()));
        return viewing;
    }

    Optional<Instant> until(UUID viewing, Item item, Official by) {
        return rows.until(viewing, item.id(), by.id(), clock.instant());
    }

    /** @param page of rows; {@code at} is the byte at which text begins */
    ShownPart shown(Item item, ViewerKind look, long at, int page, int sheet) throws IOException {
        long size = size(item);
        if (look != ViewerKind.TEXT && size > settings.largestIn().toBytes()) return ShownPart.failed("too-large");
        long from = look == ViewerKind.TEXT ? at : 0;
        long length = look == ViewerKind.TEXT ? TEXT_PAGE + 3L : size;
        try (var plain = open(item, from, length)) {
            return drawing.draw(look, page, sheet, plain);
        }
    }

    List<String> hex(Item item, long at) throws IOException {
        try (var plain = open(item, at, HexDump.PAGE)) {
            return HexDump.lines(at, plain.readAllBytes());
        }
    }

    /** Whatever was decided since it was opened. */
    private InputStream open(Item item, long from, long length) throws IOException {
        if (item.sealedOnly()) throw new EvidenceRefused("sealed-only", "It is never shown");
        return parts.open(item, from, length);
    }

    static long size(Item item) {
        return item.manifest().map(it -> it.plain().size()).orElse(0L);
    }
}
