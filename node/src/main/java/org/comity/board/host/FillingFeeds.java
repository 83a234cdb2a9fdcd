package org.comity.board.host;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardSettings;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.HeldFeed;
import org.comity.proof.feed.NumberedFeed;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says on the page of health that the last feed of an audience fills, and that something stands that cannot be withdrawn. */
@Component
class FillingFeeds implements HealthLines {

    private static final String TOPIC = "feeds";

    private final HostedRows rows;
    private final BoardSettings settings;

    FillingFeeds(HostedRows rows, BoardSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public List<HealthLine> lines() {
        if (!settings.host()) return List.of();
        // As long as the rule of publishing holds there are none.
        long stuck = rows.feeds().stream()
                .mapToLong(it -> Math.min(rows.standing(it), rows.size(it) + rows.standing(it) - HeldFeed.MOST))
                .max()
                .orElse(0);
        if (stuck > 0) return List.of(HealthLine.of(TOPIC, State.BAD, "full", Map.of("n", stuck)));
        var fullest = Arrays.stream(Audience.values())
                .map(rows::newest)
                .max(Comparator.comparing(NumberedFeed::number).thenComparing(rows::size))
                .orElseThrow();
        long publishable = HeldFeed.MOST - PublishingOnBoards.KEPT_FOR_WITHDRAWALS;
        var facts = Map.<String, Object>of("n", rows.size(fullest), "most", publishable);
        return List.of(
                fullest.number() < NumberedFeed.MOST
                        ? HealthLine.of(TOPIC, State.GOOD, "good", facts)
                        : HealthLine.of(TOPIC, State.LOOK, "filling", facts));
    }
}
