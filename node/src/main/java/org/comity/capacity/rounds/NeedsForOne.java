package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        var shown = new TreeMap<String, Map<String, Object>>();
        if (!kept.here()) return shown;
        for (var need : needs()) {
            shown(need, participant).ifPresent(it -> shown.put(need.reference(), it));
        }
        return shown;
    }

    private Optional<Map<String, Object>> shown(ListedNeed need, String participant) {
        var reader = named.include(need.acts(), participant) ? NeedReader.NAMED : NeedReader.PARTICIPANTS;
        var onBoard = NeedOnBoard.of(need.state(), need.acts()).map(NeedOnBoard::body);
        return ShownNeed.to(reader, need.state(), need.acts())
                .filter(it -> !Optional.of(it).equals(onBoard));
    }

    private synchronized List<ListedNeed> needs() {
        var now = clock.instant();
        if (read.at().isBefore(now.minus(AGE))) read = new Read(now, listed.listedNeeds());
        return read.needs();
    }
}
