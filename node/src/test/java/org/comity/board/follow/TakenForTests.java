package org.comity.board.follow;

import java.time.Instant;
import java.util.List;
import org.comity.board.HeldEntry;
import org.comity.board.Publication;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.springframework.context.ApplicationContext;

/** Takes what a host would have published into a whole node, so that everybody hears of it who follows such boards there. */
public final class TakenForTests {

    private TakenForTests() {}

    public static void published(ApplicationContext node, Publication publication, byte[] document) {
        long k = entry(node, publication);
        var entry = new HeldEntry(k, publication.act(), publication, null, Instant.EPOCH);
        node.getBean(KeepingFollowed.class).body(feed(publication), entry, document);
    }

    public static void withdrawn(ApplicationContext node, Publication publication) {
        if (!publication.withdraws()) throw new IllegalArgumentException(publication.subject());
        entry(node, publication);
    }

    private static long entry(ApplicationContext node, Publication publication) {
        var before = node.getBean(FollowedRows.class)
                .find(feed(publication))
                .orElseThrow()
                .size();
        var hash = "0".repeat(64);
        var entry = new Entry(
                publication.network(),
                publication.thread(),
                before + 1,
                hash,
                publication.act(),
                hash,
                publication.time(),
                "publishes",
                hash);
        var published = new Published(new SignedEntry(entry, ""), publication);
        if (!node.getBean(KeepingFollowed.class).keep(feed(publication), before, List.of(published), "")) {
            throw new IllegalStateException("another moved this feed");
        }
        return before + 1;
    }

    private static FeedName feed(Publication publication) {
        return new FeedName(publication.host(), publication.feed());
    }
}
