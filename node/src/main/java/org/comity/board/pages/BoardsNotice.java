package org.comity.board.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.board.HostsFollowed;
import org.comity.board.HostsFollowed.Feed;
import org.comity.ui.Flash;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says on every page that a host contradicted itself, and on the page of health which host is silent. */
@Component
class BoardsNotice implements PageNotices, HealthLines {

    private static final Duration SILENT = Duration.ofHours(24);
    private static final String TOPIC = "boards";

    private final HostsFollowed hosts;
    private final Clock clock;

    BoardsNotice(HostsFollowed hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public Optional<Flash> notice(Official by) {
        return hosts.feeds().stream()
                .filter(Feed::isStopped)
                .findFirst()
                .map(it -> Flash.warned("board.notice", "host", it.host()));
    }

    @Override
    public List<HealthLine> lines() {
        var feeds = hosts.feeds();
        if (feeds.isEmpty()) return List.of(HealthLine.of(TOPIC, State.OFF, "off", Map.of()));
        var stopped = feeds.stream().filter(Feed::isStopped).toList();
        if (!stopped.isEmpty()) return List.of(line(State.BAD, "stopped", stopped, "health.boards.code.stopped"));
        var silent = feeds.stream().filter(this::silent).toList();
        return silent.isEmpty()
                ? List.of(HealthLine.of(TOPIC, State.GOOD, "good", Map.of("n", feeds.size())))
                : List.of(line(State.LOOK, "silent", silent, "health.boards.code.silent"));
    }

    private static HealthLine line(State state, String word, List<Feed> feeds, String detail) {
        var details = feeds.stream()
                .map(it -> new Detail(
                        detail,
                        Map.<String, Object>of(
                                "host", it.host(), "code", it.isStopped() ? it.stopped() : it.failing())))
                .distinct()
                .toList();
        return new HealthLine(TOPIC, state, word, Map.of("n", details.size()), details);
    }

    private boolean silent(Feed feed) {
        var since = feed.failingSince();
        return feed.fails() && since != null && since.isBefore(clock.instant().minus(SILENT));
    }
}
