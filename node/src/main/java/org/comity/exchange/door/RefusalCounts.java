package org.comity.exchange.door;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what was turned away since start, by code. References only: never what was in it. */
@Component
class RefusalCounts {

    private static final Logger log = LoggerFactory.getLogger(RefusalCounts.class);

    private final ParticipantsAtBound bounds;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unwritten = new ConcurrentHashMap<>();

    RefusalCounts(ParticipantsAtBound bounds) {
        this.bounds = bounds;
    }

    void note(String code, @Nullable String from) {
        if (from != null) bounds.note(code, from);
        counts.computeIfAbsent(code, it -> new LongAdder()).increment();
        unwritten.computeIfAbsent(code, it -> new LongAdder()).increment();
        log.warn("refused {} from {}", code, from == null ? "?" : printable(from));
    }

    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((code, count) -> all.put(code, count.sum()));
        return all;
    }

    /** What was refused since the last call. */
    Map<String, Long> taken() {
        var all = new TreeMap<String, Long>();
        unwritten.forEach((code, count) -> {
            long n = count.sumThenReset();
            if (n > 0) {
                all.put(code, n);
            }
        });
        return all;
    }

    private static String printable(String from) {
        return CutText.to(from, 24).replaceAll("[^A-Za-z0-9-]", "?");
    }
}
