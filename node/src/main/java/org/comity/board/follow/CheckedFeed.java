package org.comity.board.follow;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.board.Publication;
import org.comity.proof.Malformed;
import org.comity.proof.feed.HeldFeed;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.register.SignedEntry;

/** A feed as it is held here, in memory: each entry, and what each did to the subjects of its board. Not for two threads. */
final class CheckedFeed {

    private final FeedName name;
    private final String network;
    private final HeldFeed held;
    private final Map<String, Set<String>> standing = new HashMap<>();

    CheckedFeed(FeedName name, String network, Predicate<SignedEntry> signedByHost, NoteKey log) {
        this.name = name;
        this.network = network;
        this.held = new HeldFeed(name.host(), name.feed(), signedByHost, log);
    }

    void resume(Note checkpoint, List<Published> all) {
        held.resume(checkpoint, all.stream().map(Published::signed).toList());
        all.forEach(it -> fold(standing, it.publication()));
    }

    long size() {
        return held.size();
    }

    HeldFeed.Face compare(Note others) {
        return held.compare(others);
    }

    /**
     * All of them, or none.
     *
     * @throws Malformed {@code foreign-publication}: an entry and its envelope do not belong together, or not here;
     *     {@code state-differs}: the host counts otherwise
     */
    void take(Note checkpoint, List<Published> more, Instant now) {
        var folded = new HashMap<String, Set<String>>();
        standing.forEach((board, subjects) -> folded.put(board, new HashSet<>(subjects)));
        for (var each : more) {
            belongs(each);
            long stand = fold(folded, each.publication());
            if (!each.signed().entry().state().equals(Publication.state(stand))) {
                throw new Malformed(
                        "state-differs", "entry of board " + each.publication().board());
            }
        }
        held.take(checkpoint, more.stream().map(Published::signed).toList(), now);
        standing.putAll(folded);
    }

    private void belongs(Published each) {
        var entry = each.signed().entry();
        var publication = each.publication();
        boolean here = publication.network().equals(network)
                && entry.network().equals(network)
                && publication.host().equals(name.host())
                && publication.feed().equals(name.feed());
        boolean together = entry.thread().equals(publication.thread())
                && entry.act().equals(publication.act())
                && entry.container().equals(publication.body())
                && entry.time().equals(publication.time())
                && entry.effective();
        if (!here || !together) {
            throw new Malformed("foreign-publication", "entry of board " + publication.board());
        }
    }

    private static long fold(Map<String, Set<String>> standing, Publication publication) {
        var subjects = standing.computeIfAbsent(publication.board(), it -> new HashSet<>());
        if (publication.withdraws()) {
            subjects.remove(publication.subject());
        } else {
            subjects.add(publication.subject());
        }
        return subjects.size();
    }
}
