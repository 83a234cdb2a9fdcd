package org.comity.proof.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogKeyNote;

/**
 * The head of a host's feed: a checkpoint with a fourth line that says until when a newer one is due.
 *
 * @param head origin, size and root of the tree over all entries of all boards with this audience
 * @param until at most {@link #LONGEST} after it was signed
 */
public record FeedCheckpoint(Checkpoint head, Instant until) {

    public static final Duration LONGEST = Duration.ofHours(24);

    private static final String UNTIL = "until ";
    private static final int LINES = 4;

    /** The origin of a host's feed; it is the name of its log's key too. */
    public static String origin(String host, NumberedFeed feed) {
        return LogKeyNote.origin(host, "feed." + feed.word());
    }

    /** @throws FeedRefused {@code checkpoint} if it lacks its fourth line; one that is no checkpoint at all is refused as such */
    public static FeedCheckpoint read(String text) {
        var head = Checkpoint.read(text);
        var lines = text.split("\n", -1);
        if (lines.length < LINES + 1 || !lines[LINES - 1].startsWith(UNTIL)) {
            throw new FeedRefused("checkpoint", "until");
        }
        try {
            var said = lines[LINES - 1].substring(UNTIL.length());
            var until = Instant.parse(said);
            if (until.toString().equals(said)) return new FeedCheckpoint(head, until);
        } catch (DateTimeException noInstant) {
            // falls through to the one refusal below
        }
        throw new FeedRefused("checkpoint", "until");
    }

    public String text() {
        return head.text() + UNTIL + until + "\n";
    }

    /** Nothing newer came in time: a host that is silent and one that withholds look the same. */
    public boolean standsStill(Instant now) {
        return now.isAfter(until);
    }
}
