package org.comity.board.follow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardRefused;
import org.comity.board.HostsFollowed;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was checked, and stops for good where a host contradicts itself. Each step is one transaction. */
@Component
class KeepingFollowed implements HostsFollowed {

    private static final int LONGEST_REASON = 500;

    private final FollowedRows rows;
    private final Ledger ledger;
    private final Clock clock;

    KeepingFollowed(FollowedRows rows, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** False if another process took something meanwhile: then nothing is kept, and the next turn reads anew. */
    @Transactional
    public boolean keep(FeedName feed, long before, List<Published> more, String checkpoint) {
        var now = clock.instant();
        if (!rows.move(feed, before, before + more.size(), checkpoint, now)) {
            return false;
        }
        long k = before;
        for (var each : more) rows.add(feed, ++k, each, now);
        return true;
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
            if (feed.name().host().equals(host)) any |= rows.forgetStopped(feed.name());
        }
        if (!any) {
            throw BoardRefused.notStopped();
        }
        ledger.record(by, "board.begun-again", host, Map.of("why", reason));
    }
}
