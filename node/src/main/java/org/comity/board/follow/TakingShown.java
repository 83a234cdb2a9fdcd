package org.comity.board.follow;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.board.Publication;
import org.comity.board.follow.KeepingShown.Shown;
import org.comity.exchange.PeerReading.Line;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a host what it shows to this node alone; no transaction waits for its answer. */
@Component
class TakingShown {

    static final int LARGEST = 2 << 20;

    private static final Logger log = LoggerFactory.getLogger(TakingShown.class);

    private final KeepingShown keeping;

    TakingShown(KeepingShown keeping) {
        this.keeping = keeping;
    }

    /** What cannot be read changes nothing; a host that shows nobody anything of its own shows us nothing. */
    void take(String host, Line line) throws IOException {
        var got = line.get("shown/all", LARGEST);
        if (got.status() != 200 && got.status() != 404) return;
        var shown = got.status() == 404 ? List.<Shown>of() : read(host, got.content());
        if (shown != null) keeping.keep(host, shown);
    }

    /** Deletes what is from other hosts than these. */
    void keepOnly(Collection<String> hosts) {
        keeping.keepOnly(hosts);
    }

    private static @Nullable List<Shown> read(String host, byte[] content) {
        try {
            var json = CanonicalJson.read(content);
            if (!"comity-shown/1".equals(json.get("format")) || !(json.get("shown") instanceof List<?> all)) {
                throw new Malformed("shown", "not of its form");
            }
            return all.stream().map(TakingShown::one).toList();
        } catch (Malformed | IllegalArgumentException e) {
            log.warn("what {} shows to us cannot be read: {}", host, e.getMessage());
            return null;
        }
    }

    private static Shown one(Object each) {
        if (each instanceof Map<?, ?> map
                && map.get("board") instanceof String board
                && map.get("subject") instanceof String subject
                && map.get("body") instanceof Map<?, ?> body
                && Publication.BOARD.matcher(board).matches()
                && Publication.SUBJECT.matcher(subject).matches()) {
            byte[] bytes = CanonicalJson.write(body);
            if (bytes.length <= Publication.LARGEST_BODY) return new Shown(board, subject, bytes);
        }
        throw new Malformed("shown", "not of its form");
    }
}
