package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.comity.capacity.matching.OfferInRound;
import org.comity.procedure.RequestRow;
import org.springframework.stereotype.Component;

/** Finds what no round can read of the listed offers. It remembers each as it last changed, and reads the acts of no other. */
@Component
class UnreadOffers {

    private final ListedHelp listed;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    UnreadOffers(ListedHelp listed) {
        this.listed = listed;
    }

    private record Seen(Instant changedAt, Unread unread) {}

    /**
     * @param bars whom it bars, in words by which nobody knows whom
     * @param regions for which it is, in words by which no State is found in them
     */
    record Unread(List<String> bars, List<String> regions) {

        static Unread of(ActsOfHelp acts) {
            return new Unread(
                    OfferInRound.Terms.unread(ReadingHelp.barred(acts)),
                    OfferInRound.unreadRegions(acts.words("regions")));
        }
    }

    RoundsView.Unread of(List<RequestRow> offers) {
        seen.keySet().retainAll(offers.stream().map(RequestRow::thread).collect(Collectors.toSet()));
        var changed = offers.stream().filter(this::changed).toList();
        var acts = listed.acts(changed);
        changed.forEach(it -> seen.put(
                it.thread(), new Seen(it.changedAt(), Unread.of(Objects.requireNonNull(acts.get(it.thread()))))));
        var bars = new TreeMap<String, List<String>>();
        var regions = new TreeMap<String, List<String>>();
        // Another page may have forgotten one meanwhile.
        var now = new HashMap<>(seen);
        for (var row : offers) {
            var unread = now.get(row.thread());
            if (unread == null) continue;
            if (!unread.unread().bars().isEmpty())
                bars.put(row.reference(), unread.unread().bars());
            if (!unread.unread().regions().isEmpty())
                regions.put(row.reference(), unread.unread().regions());
        }
        return new RoundsView.Unread(bars, regions);
    }

    private boolean changed(RequestRow row) {
        var before = seen.get(row.thread());
        return before == null || !before.changedAt().equals(row.changedAt());
    }
}
