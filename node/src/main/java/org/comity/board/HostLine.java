package org.comity.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.board.HostsFollowed.Feed;
import org.jspecify.annotations.Nullable;

/**
 * How this node stands with one host, over both its feeds.
 *
 * @param heard when it last answered; null if never
 * @param failing message {@code board.failing.<word>}, or empty
 * @param code of what fails, as the protocol names it
 * @param stopped message {@code board.stopped.<word>}, or empty
 */
public record HostLine(
        Instant since,
        @Nullable Instant heard,
        String failing,
        String code,
        @Nullable Instant failingSince,
        String stopped,
        @Nullable Instant stoppedAt) {

    private static final Set<String> SAID =
            Set.of("unreachable", "slow", "overdue", "unknown-host", "kept-copy-changed");

    /** Nothing where it is not followed. */
    public static Optional<HostLine> of(String host, List<Feed> all) {
        var feeds = all.stream().filter(it -> it.host().equals(host)).toList();
        if (feeds.isEmpty()) return Optional.empty();
        var stopped = feeds.stream().filter(Feed::isStopped).findFirst();
        var fails = feeds.stream().filter(it -> it.fails() && !it.isStopped()).findFirst();
        return Optional.of(new HostLine(
                feeds.stream().map(Feed::since).min(Comparator.naturalOrder()).orElseThrow(),
                feeds.stream()
                        .map(Feed::heard)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                fails.map(it -> SAID.contains(it.failing()) ? it.failing() : "other")
                        .orElse(""),
                fails.map(Feed::failing).orElse(""),
                fails.map(Feed::failingSince).orElse(null),
                stopped.map(Feed::stopped).orElse(""),
                stopped.map(Feed::stoppedAt).orElse(null)));
    }
}
