package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.forum.DigestOfRooms;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the digests that are due and sends them one at a time: claimed, written by the labels as they are at that moment, sent,
 * set down. A node that dies between the server's yes and our writing sends that one again under the same Message-ID.
 */
@Component
class SendingDigests {

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
    private final MailPost post;
    private final MailSettings mail;
    private final DigestSettings settings;
    private final Directory directory;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
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
        this.rows = rows;
        this.choosing = choosing;
        this.rooms = rooms;
        this.writing = writing;
        this.post = post;
        this.mail = mail;
        this.settings = settings;
        this.directory = directory;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
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

    /** @return false if nothing more is to be done now: nothing is due, or the server is not there */
    boolean sendOne() {
        var now = clock.instant();
        var claimed = rows.claim(now, now.plus(mail.claim()));
        if (claimed.isEmpty()) {
            return false;
        }
        var waiting = claimed.get();
        var digest = rows.find(waiting.official()).orElse(null);
        if (digest == null) {
            return true;
        }
        var to = choosing.recipient(digest).orElse(null);
        if (to == null) {
            choosing.stop(digest.stop());
            return true;
        }
        try {
            return send(waiting, digest, to);
        } catch (RuntimeException fault) {
            // Of one mail; the others are not to wait for whoever mends it.
            log.error("a digest could not be written", fault);
            rows.postponed(waiting.id(), clock.instant().plus(mail.pause(waiting.attempts())), "message");
            return true;
        }
    }

    private boolean send(DigestMail waiting, KeptDigest digest, Official to) {
        var lines = rooms.lines(to, digest.choice(), waiting.after(), waiting.until());
        if (lines.isEmpty()) {
            rows.settled(waiting.id(), Reminder.Status.DROPPED, "", clock.instant());
            return true;
        }
        try {
            post.send(writing.mail(waiting, digest, to, lines));
        } catch (MailPost.NotSent failed) {
            log.warn("a digest was not sent: {}", failed.code());
            if (failed.address()) {
                rows.addressRefused(waiting, failed.code(), clock.instant());
                return true;
            }
            return rows.failed(waiting.id(), failed, clock.instant(), mail.pause(waiting.attempts()));
        }
        // Row and line stand or fall together: what is on no record is sent again, under the same id.
        transaction.executeWithoutResult(_ -> {
            rows.settled(waiting.id(), Reminder.Status.SENT, "", clock.instant());
            ledger.record(
                    null,
                    "digest.sent",
                    ChoosingDigest.SUBJECT,
                    Map.of(
                            "to",
                            to.pseudonym(),
                            "contributions",
                            Integer.toString(Math.min(lines.size(), DigestOfRooms.MOST))));
        });
        return true;
    }
}
