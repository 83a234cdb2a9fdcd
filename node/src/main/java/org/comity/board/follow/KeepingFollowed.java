package org.comity.board.follow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.board.BoardRefused;
import org.comity.board.HeldEntry;
import org.comity.board.HeldFollower;
import org.comity.board.HostsFollowed;
import org.comity.board.Publication;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was checked, and stops for good where a host contradicts itself. Each step is one transaction. */
@Component
class KeepingFollowed implements HostsFollowed {

    private static final int LONGEST_REASON = 500;
    private static final int BEFORE = 500;

    private final FollowedRows rows;
    private final HeldRows held;
    private final List<HeldFollower> followers;
    private final Ledger ledger;
    private final Clock clock;

    KeepingFollowed(FollowedRows rows, HeldRows held, List<HeldFollower> followers, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.held = held;
        this.followers = followers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Tells those who have heard nothing of this host the newest of what stands there with its body. None of it is withdrawn
     * meanwhile: what is, goes from them after it came to them.
     */
    @Transactional
    public void begin(String host) {
        for (var each : followers) {
            var unheard = each.begins(host);
            if (unheard.isPresent()) {
                rows.lock(host);
                held.under(each.board(), List.of(unheard.get()), BEFORE).stream()
                        .filter(it -> it.body() != null)
                        .forEach(each::came);
            }
        }
    }

    /** False if another process took something meanwhile: then nothing is kept, and the next turn reads anew. */
    @Transactional
    public boolean keep(FeedName feed, long before, List<Published> more, String checkpoint) {
        var now = clock.instant();
        if (!rows.move(feed, before, before + more.size(), checkpoint, now)) {
            return false;
        }
        long k = before;
        for (var each : more) {
            rows.add(feed, ++k, each, now);
            of(each.publication()).forEach(it -> it.replaced(each.publication()));
        }
        return true;
    }

    /** @throws org.comity.proof.Malformed if it is not what its envelope names */
    @Transactional
    public void body(FeedName feed, HeldEntry entry, byte[] document) {
        var body = entry.publication().body(document);
        if (held.body(feed, entry.act(), document)) {
            var whole = new HeldEntry(entry.k(), entry.act(), entry.publication(), body, entry.taken());
            of(entry.publication()).forEach(it -> it.came(whole));
        }
    }

    private Stream<HeldFollower> of(Publication publication) {
        return followers.stream().filter(it -> it.board().equals(publication.board()));
    }

    @Transactional
    public void stop(FeedName feed, String code, String ours, String theirs, String shownBy) {
        var now = clock.instant();
        if (rows.stop(feed, code, now)) {
            rows.contradicts(feed, code, ours, theirs, shownBy, now);
            ledger.record(null, "board.stopped", feed.host(), Map.of("code", code, "audience", feed.word()));
        }
    }

    @Override
    public List<Feed> feeds() {
        return rows.all().stream()
                .map(it -> new Feed(
                        it.name().host(),
                        it.name().feed(),
                        it.since(),
                        it.heard(),
                        it.failing(),
                        it.failingSince(),
                        it.stopped(),
                        it.stoppedAt()))
                .toList();
    }

    @Override
    public List<Contradiction> contradictions(String host) {
        return rows.contradictions(host);
    }

    @Override
    @Transactional
    public void again(String host, String why, Official by) {
        if (!by.holds(Duty.ADMINISTRATOR)) {
            throw BoardRefused.forbidden();
        }
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw BoardRefused.noReason();
        }
        boolean any = false;
        for (var feed : rows.all()) {
            if (feed.name().host().equals(host) && rows.forgetStopped(feed.name())) {
                any = true;
                followers.forEach(it -> it.forgotten(host, feed.name().feed()));
            }
        }
        if (!any) {
            throw BoardRefused.notStopped();
        }
        ledger.record(by, "board.begun-again", host, Map.of("why", reason));
    }
}
