package org.comity.board.host;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardSettings;
import org.comity.board.HandedToParticipants;
import org.comity.board.Publication;
import org.comity.board.ShownToParticipant;
import org.comity.exchange.PeerShelf;
import org.comity.ledger.Ledger;
import org.comity.proof.form.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Serves each participant what rooms of this host show to it alone, and records what it was handed. */
@Component
class ShownShelf implements PeerShelf {

    static final String FORMAT = "comity-shown/1";

    /** Of bodies together; with what is around them, fewer bytes than canonical JSON may have. */
    static final int MOST_BYTES = 1536 << 10;

    private static final Logger log = LoggerFactory.getLogger(ShownShelf.class);

    private final List<ShownToParticipant> rooms;
    private final HandedRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final boolean hosts;

    ShownShelf(List<ShownToParticipant> rooms, HandedRows rows, Ledger ledger, Clock clock, BoardSettings settings) {
        this.rooms = List.copyOf(rooms);
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.hosts = settings.host();
    }

    @Override
    public String name() {
        return "shown";
    }

    @Override
    @Transactional
    public Answer answer(String peer, String path) {
        if (!hosts || !path.equals("all")) return Answer.nothing();
        var shown = new ArrayList<Map<String, Object>>();
        int left = MOST_BYTES;
        int lacking = 0;
        for (var room : rooms) {
            var before = rows.to(peer, room.board());
            for (var each : room.to(peer).entrySet()) {
                byte[] body = CanonicalJson.write(each.getValue());
                if (body.length > left || body.length > Publication.LARGEST_BODY) {
                    lacking++;
                    continue;
                }
                left -= body.length;
                shown.add(Map.of("board", room.board(), "subject", each.getKey(), "body", each.getValue()));
                var hash = HandedToParticipants.hash(each.getValue());
                if (!hash.equals(before.get(each.getKey()))
                        && rows.handed(peer, room.board(), each.getKey(), hash, clock.instant())) {
                    ledger.record(
                            null, "board.handed", each.getKey(), Map.of("board", room.board(), "participant", peer));
                }
            }
        }
        if (lacking > 0) log.error("{} more would be shown to {}, but it is too much for one answer", lacking, peer);
        return Answer.json(CanonicalJson.write(Map.of("format", FORMAT, "shown", shown)));
    }
}
