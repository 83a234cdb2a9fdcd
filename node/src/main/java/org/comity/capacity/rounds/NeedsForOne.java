package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.board.ShownToOne;
import org.comity.capacity.KeptList;
import org.springframework.stereotype.Component;

/**
 * Shows each participant what it may see of the needs on the list and no board tells it: a need of which it is a named provider,
 * and parts that a State keeps from the public but not from those who take part.
 */
@Component
class NeedsForOne implements ShownToOne {

    /** All participants ask every few minutes: the list is read once for many of them. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private record Read(Instant at, List<ListedNeed> needs) {}

    private final ListedHelp listed;
    private final NamedProviders named;
    private final KeptList kept;
    private final Clock clock;
    private Read read = new Read(Instant.MIN, List.of());

    NeedsForOne(ListedHelp listed, NamedProviders named, KeptList kept, Clock clock) {
        this.listed = listed;
        this.named = named;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String board() {
        return PublishingNeeds.BOARD;
    }

    @Override
    public Map<String, Map<String, Object>> to(String participant) {
        var shown = new LinkedHashMap<String, Map<String, Object>>();
        if (!kept.here()) return shown;
        // Needs that name this participant come first: no number of others takes their place.
        var naming = needs().stream().collect(Collectors.partitioningBy(it -> named.include(it.acts(), participant)));
        put(shown, naming.getOrDefault(true, List.of()), NeedReader.NAMED);
        put(shown, naming.getOrDefault(false, List.of()), NeedReader.PARTICIPANTS);
        return shown;
    }

    private static void put(Map<String, Map<String, Object>> shown, List<ListedNeed> needs, NeedReader reader) {
        for (var need : needs) {
            ShownNeed.to(reader, need.state(), need.acts())
                    .filter(it -> !standsOnBoard(need, it))
                    .ifPresent(it -> shown.put(need.reference(), it));
        }
    }

    /** In just this form: then whoever takes part reads it there, and nothing is handed out. */
    static boolean standsOnBoard(ListedNeed need, Map<String, Object> body) {
        return NeedOnBoard.of(need.state(), need.acts())
                .filter(it -> it.body().equals(body))
                .isPresent();
    }

    private synchronized List<ListedNeed> needs() {
        var now = clock.instant();
        if (read.at().isBefore(now.minus(AGE))) read = new Read(now, listed.listedNeeds());
        return read.needs();
    }
}
