package org.comity.exchange.clocks;

import java.util.List;
import java.util.Map;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.PeerClocks.Difference;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says which peers' clocks are not where ours is; if most are not, ours is the one to look at. */
@Component
class ClocksLine implements HealthLines {

    private static final int MOST_NAMED = 20;

    private final PeerClocks clocks;

    ClocksLine(PeerClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public List<HealthLine> lines() {
        var all = clocks.differences();
        var far = all.stream()
                .filter(it -> it.ahead().abs().compareTo(PeerClocks.NOTABLE) >= 0)
                .toList();
        if (all.isEmpty()) {
            return List.of(HealthLine.of("peer-clocks", State.OFF, "unknown", Map.of()));
        }
        if (far.isEmpty()) {
            return List.of(HealthLine.of("peer-clocks", State.GOOD, "agree", Map.of("n", all.size())));
        }
        boolean ours = all.size() > 1 && far.size() * 2 > all.size();
        return List.of(new HealthLine(
                "peer-clocks",
                ours ? State.BAD : State.LOOK,
                ours ? "ours" : "differ",
                Map.of("n", far.size(), "of", all.size()),
                far.stream().limit(MOST_NAMED).map(ClocksLine::named).toList()));
    }

    private static Detail named(Difference it) {
        return new Detail(
                it.ahead().isNegative() ? "health.peer-clocks.behind" : "health.peer-clocks.ahead",
                Map.of("peer", it.peer(), "by", it.ahead().abs()));
    }
}
