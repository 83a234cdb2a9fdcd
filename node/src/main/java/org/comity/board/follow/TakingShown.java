package org.comity.board.follow;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.board.Publication;
import org.comity.exchange.PeerReading.Line;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a host shows to this node alone: what it shows no longer is deleted here. */
@Component
class TakingShown {

    static final int LARGEST = 2 << 20;

    private static final Logger log = LoggerFactory.getLogger(TakingShown.class);

    private final ShownRows rows;
    private final Clock clock;

    TakingShown(ShownRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What cannot be read changes nothing; a host that shows nobody anything of its own shows us nothing. */
    @Transactional
    public void take(String host, Line line) throws IOException {
        var got = line.get("shown/all", LARGEST);
        if (got.status() != 200 && got.status() != 404) return;
        var shown = got.status() == 404 ? List.<Shown>of() : read(host, got.content());
        if (shown == null) return;
        Set<List<String>> now = new HashSet<>();
        for (var each : shown) {
            now.add(List.of(each.board(), each.subject()));
            rows.put(host, each.board(), each.subject(), each.body(), clock.instant());
        }
        rows.all().stream()
                .filter(it -> it.host().equals(host) && !now.contains(List.of(it.board(), it.subject())))
                .forEach(it -> rows.delete(host, it.board(), it.subject()));
    }

    private record Shown(String board, String subject, byte[] body) {}

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
