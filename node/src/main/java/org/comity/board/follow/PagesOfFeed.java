package org.comity.board.follow;

import java.util.ArrayList;
import java.util.List;
import org.comity.proof.Malformed;
import org.comity.proof.feed.HeldFeed;

/**
 * Holds what has come of a feed in pages: nothing of it counts before all is there (R164), and what a slow host has given in
 * one turn is not asked for again in the next. Not for two threads.
 */
final class PagesOfFeed {

    /** Of a whole feed in full pages: one entry a page, each as large as a page may be, would be a hundred times that. */
    private static final long LARGEST = HeldFeed.MOST / Published.MOST * TakingFeed.LARGEST_PAGE;

    private final FeedName feed;
    private final long from;
    private final List<Published> entries = new ArrayList<>();
    private long bytes;

    PagesOfFeed(FeedName feed, long from) {
        this.feed = feed;
        this.from = from;
    }

    boolean begins(FeedName feed, long from, long to) {
        return this.feed.equals(feed) && this.from == from && next() <= to;
    }

    long next() {
        return from + entries.size();
    }

    /** @throws Malformed {@code too-large} */
    void add(List<Published> page, int size) {
        bytes += size;
        if (bytes > LARGEST) throw new Malformed("too-large", "more than %d bytes".formatted(LARGEST));
        entries.addAll(page);
    }

    List<Published> all() {
        return entries;
    }
}
