package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.forum.DigestOfRooms;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans the digests that are due, and sends them, written by the labels as they are at that moment. */
@Component
class SendingDigests extends SendingMails<DigestMail> {

    private static final Logger log = LoggerFactory.getLogger(SendingDigests.class);

    private static final int AT_ONCE = 100;

    /** Nobody reads what is older by mail. */
    private static final Duration FURTHEST = Duration.ofDays(35);

    /** What was said a moment ago may not be written yet, and is told the next time. */
    private static final Duration STILL_WRITTEN = Duration.ofMinutes(2);

    private final DigestRows rows;
    private final ChoosingDigest choosing;
    private final DigestOfRooms rooms;
    private final WritingDigest writing;
    private final DigestSettings settings;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a digest is planned, claimed, gathered, written, sent and set down, each by its own type.
    SendingDigests(
            DigestRows rows,
            ChoosingDigest choosing,
            DigestOfRooms rooms,
            WritingDigest writing,
            MailPost post,
            MailSettings mail,
            DigestSettings settings,
            Directory directory,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        super(rows, rows::claim, post, mail, transaction, clock);
        this.rows = rows;
        this.choosing = choosing;
        this.rooms = rooms;
        this.writing = writing;
        this.settings = settings;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    void clockWentBack() {
        var now = clock.instant();
        int due = rows.clockWentBack(now, now.plus(Duration.ofHours(25)), now.plus(Duration.ofHours(7 * 24 + 1)));
        if (due > 0)
            log.warn("the clock went back: {} digests need not wait for the day that they had been put off to", due);
    }

    /** @return false if nothing more is due now */
    @Transactional
    boolean planSome() {
        var now = clock.instant();
        var due = rows.due(now, AT_ONCE);
        due.forEach(it -> plan(it, now));
        return due.size() == AT_ONCE;
    }

    private void plan(KeptDigest digest, Instant now) {
        if (rows.sending(digest.official(), now)) {
            return;
        }
        var until = now.minus(STILL_WRITTEN);
        var after = rows.overtake(digest.official(), now).orElse(digest.toldUntil());
        var earliest = now.minus(FURTHEST);
        after = after.isBefore(earliest) ? earliest : after;
        if (after.isBefore(until)) {
            rows.add(digest.official(), after, until, now);
        }
        rows.planned(
                digest.official(),
                after.isBefore(until) ? until : after,
                settings.next(digest.often(), now, directory.self().zone()));
    }

    @Override
    String named(DigestMail waiting) {
        return "a digest";
    }

    @Override
    @Nullable
    Written write(DigestMail waiting) {
        var digest = rows.find(waiting.official()).orElse(null);
        if (digest == null) return null;
        var to = choosing.recipient(digest).orElse(null);
        if (to == null) {
            choosing.stop(digest.stop());
            return null;
        }
        var lines = rooms.lines(to, digest.choice(), waiting.after(), waiting.until());
        if (lines.isEmpty()) {
            rows.settled(waiting.id(), Reminder.Status.DROPPED, "", clock.instant());
            return null;
        }
        var told = Integer.toString(Math.min(lines.size(), DigestOfRooms.MOST));
        return new Written(
                writing.mail(waiting, digest, to, lines),
                () -> ledger.record(
                        null,
                        "digest.sent",
                        ChoosingDigest.SUBJECT,
                        Map.of("to", to.pseudonym(), "contributions", told)));
    }

    @Override
    boolean failed(DigestMail waiting, MailPost.NotSent failed, Instant now) {
        if (!failed.address()) return super.failed(waiting, failed, now);
        rows.addressRefused(waiting, failed.code(), now);
        return true;
    }
}
