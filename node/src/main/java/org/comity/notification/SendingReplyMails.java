package org.comity.notification;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends mails about answers, each to the mailbox that its official chose for digests and to no other. */
@Component
class SendingReplyMails extends SendingMails<ReplyMail> {

    private final ReplyRows rows;
    private final DigestRows digests;
    private final ChoosingDigest choosing;
    private final WritingReplyMail writing;
    private final Clock clock;

    SendingReplyMails(
            ReplyRows rows,
            DigestRows digests,
            ChoosingDigest choosing,
            WritingReplyMail writing,
            MailPost post,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        super(rows, rows::claim, post, settings, transaction, clock);
        this.rows = rows;
        this.digests = digests;
        this.choosing = choosing;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    String named(ReplyMail mail) {
        return "a mail about an answer";
    }

    @Override
    @Nullable
    Written write(ReplyMail mail) {
        var digest = digests.find(mail.official()).orElse(null);
        var to = digest == null ? null : choosing.recipient(digest).orElse(null);
        var written = digest == null || to == null
                ? null
                : writing.mail(mail, digest, to).orElse(null);
        if (written == null) {
            rows.settled(mail.id(), Reminder.Status.DROPPED, "", clock.instant());
            return null;
        }
        return new Written(written, () -> {});
    }
}
