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

/** Says in time on the page of health that a feed of this host takes hardly any withdrawal more; a newer one takes what is new. */
@Component
class FillingFeeds implements HealthLines {

    private static final String TOPIC = "feeds";

    /** Places for withdrawals that are left when somebody should look. */
    private static final int LEFT = 500;

    private final HostedRows rows;
    private final BoardSettings settings;

    FillingFeeds(HostedRows rows, BoardSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public List<HealthLine> lines() {
        if (!settings.host()) return List.of();
        var feeds = rows.feeds();
        long fullest = feeds.stream().mapToLong(rows::size).max().orElse(0);
        if (fullest >= HeldFeed.MOST) return List.of(HealthLine.of(TOPIC, State.BAD, "full", Map.of("n", fullest)));
        if (fullest >= HeldFeed.MOST - LEFT) {
            return List.of(HealthLine.of(TOPIC, State.LOOK, "filling", Map.of("n", fullest, "most", HeldFeed.MOST)));
        }
        long n = Arrays.stream(Audience.values())
                .mapToLong(it -> rows.size(rows.newest(it)))
                .max()
                .orElse(0);
        long publishable = HeldFeed.MOST - PublishingOnBoards.KEPT_FOR_WITHDRAWALS;
        return List.of(HealthLine.of(TOPIC, State.GOOD, "good", Map.of("n", n, "most", publishable)));
    }
}
