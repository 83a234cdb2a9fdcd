package org.comity.board.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.tree.GrowingTree;
import org.comity.proof.tree.MerkleTree;
import org.springframework.stereotype.Component;

/** Signs the head of each feed: anew when something was published, and in time before the last one is overdue. */
@Component
class FeedHead {

    /** Less than the longest by an hour, for followers whose clocks are behind. */
    private static final Duration STANDS = FeedCheckpoint.LONGEST.minusHours(1);

    private static final Duration RENEWED = Duration.ofHours(12);
    private static final int PORTION = 500;

    private final HostedRows rows;
    private final LogKeys keys;
    private final Directory directory;
    private final Clock clock;
    private final Map<NumberedFeed, HeadOfFeed> heads = new HashMap<>();

    FeedHead(HostedRows rows, LogKeys keys, Directory directory, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /** Which log's key signs it, certified by the seal key. */
    String certification(NumberedFeed feed) {
        return keys.certification("feed." + feed.word());
    }

    synchronized String newest(NumberedFeed feed) {
        var standing = heads.computeIfAbsent(feed, it -> new HeadOfFeed());
        grow(feed, standing);
        var now = clock.instant();
        if (standing.signed != standing.tree.size() || standing.until.isBefore(now.plus(RENEWED))) {
            standing.until = now.plus(STANDS).truncatedTo(ChronoUnit.SECONDS);
            standing.note = sign(feed, standing);
            standing.signed = standing.tree.size();
        }
        return standing.note;
    }

    private void grow(NumberedFeed feed, HeadOfFeed standing) {
        long size = rows.size(feed);
        if (size < standing.tree.size()) standing.tree = new GrowingTree();
        while (standing.tree.size() < size) {
            int portion = (int) Math.min(PORTION, size - standing.tree.size());
            for (var each : rows.after(feed, standing.tree.size(), portion)) {
                standing.tree.add(MerkleTree.leaf(each.signed().entry().json()));
            }
        }
    }

    private String sign(NumberedFeed feed, HeadOfFeed standing) {
        var root = HexFormat.of().formatHex(standing.tree.root());
        var origin = FeedCheckpoint.origin(directory.self().id(), feed);
        var head = new FeedCheckpoint(new Checkpoint(origin, standing.tree.size(), root), standing.until);
        return Note.sign(head.text(), keys.of("feed." + feed.word())).write();
    }

    /** The tree so far, and its last signed head. */
    private static final class HeadOfFeed {
        private GrowingTree tree = new GrowingTree();
        private long signed = -1;
        private Instant until = Instant.EPOCH;
        private String note = "";
    }
}
