package org.comity.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for answers that came by mail, and sends what is told of them. */
@Component
class RepliesInTime {

    private static final Logger log = LoggerFactory.getLogger(RepliesInTime.class);

    /** So that what is told of them is sent, too; what is left waits for the next look. */
    private static final Duration READING = Duration.ofSeconds(50);

    private static final Duration KEPT = Duration.ofDays(30);

    private final TakingReplies taking;
    private final SendingReplyMails sending;
    private final ReplyRows rows;
    private final ReplySettings settings;
    private final MailPost post;
    private final Clock clock;

    RepliesInTime(
            TakingReplies taking,
            SendingReplyMails sending,
            ReplyRows rows,
            ReplySettings settings,
            MailPost post,
            Clock clock) {
        this.taking = taking;
        this.sending = sending;
        this.rows = rows;
        this.settings = settings;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.replies.every:PT1M}", fixedDelayString = "${node.replies.every:PT1M}")
    void look() throws IOException {
        if (!post.on() || !settings.on()) return;
        var folder = new ReplyFolder(Objects.requireNonNull(settings.folder()));
        var until = clock.instant().plus(READING);
        for (var mail : folder.arrived()) {
            if (clock.instant().isAfter(until)) break;
            take(folder, mail);
        }
        sending.sendSome();
        rows.forget(clock.instant().minus(KEPT));
    }

    /** One that cannot be read keeps no other back. */
    private void take(ReplyFolder folder, Path mail) {
        try {
            var bytes = ReplyFolder.read(mail);
            var reply = read(bytes);
            if (reply.isEmpty()) {
                log.warn("the mail {} cannot be read", mail.getFileName());
                folder.setAside(mail);
                return;
            }
            taking.take(mail.getFileName().toString(), reply.get());
            ReplyFolder.done(mail);
        } catch (IOException | RuntimeException fault) {
            // Of the disk or the database, not of the mail: it stays where it is, and is tried again.
            log.error("the mail {} waits for the next look", mail.getFileName(), fault);
        }
    }

    /** Empty where the mail itself is at fault. */
    private Optional<ReceivedReply> read(byte[] mail) {
        try {
            return Optional.of(ReceivedReply.read(mail, Objects.requireNonNull(settings.address())));
        } catch (MessagingException | IOException | RuntimeException fault) {
            log.warn("not a mail that can be read: {}", fault.toString());
            return Optional.empty();
        }
    }
}
