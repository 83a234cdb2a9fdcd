package org.comity.board.host;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardSettings;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.HeldFeed;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says in time on the page of health that a feed of this host is nearly full: a feed that is full takes nothing new. */
@Component
class FillingFeeds implements HealthLines {

    private static final String TOPIC = "feeds";

    /** Of what can be published in all, left when somebody should look: some weeks of a busy feed. */
    private static final int LEFT = 4_000;

    private final HostedRows rows;
    private final BoardSettings settings;

    FillingFeeds(HostedRows rows, BoardSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public List<HealthLine> lines() {
        if (!settings.host()) return List.of();
        long n = Arrays.stream(Audience.values()).mapToLong(rows::size).max().orElse(0);
        long publishable = HeldFeed.MOST - PublishingOnBoards.KEPT_FOR_WITHDRAWALS;
        if (n >= publishable) return List.of(HealthLine.of(TOPIC, State.BAD, "full", Map.of("n", n)));
        return n >= publishable - LEFT
                ? List.of(HealthLine.of(TOPIC, State.LOOK, "filling", Map.of("n", n, "most", publishable)))
                : List.of(HealthLine.of(TOPIC, State.GOOD, "good", Map.of("n", n, "most", publishable)));
    }
}
