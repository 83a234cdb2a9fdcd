package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.forum.AnswersByMail;
import org.comity.ledger.Ledger;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an answer that came by mail in two steps: its words are shown to their author, by mail to the author's own mailbox, and
 * stand once that mail is answered with yes. So whoever only has a mail, or an address in it, says nothing here.
 */
@Component
class TakingReplies {

    /** Why no answer stands whose author did not say yes. */
    private static final String DROPPED = "dropped";

    private static final Duration DAY = Duration.ofDays(1);

    /** Of mails that say why not; what comes beyond is answered by nothing. */
    private static final int REFUSALS_A_DAY = 10;

    /** In each language in which we ask, whatever stands around it but another word. */
    private static final Pattern YES =
            Pattern.compile("\\P{L}*(?:yes|oui|نعم)\\P{L}*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final ReplyRows rows;
    private final DigestRows digests;
    private final ChoosingDigest choosing;
    private final AnswersByMail answers;
    private final ReplySettings settings;
    private final Ledger ledger;
    private final Clock clock;

    TakingReplies(
            ReplyRows rows,
            DigestRows digests,
            ChoosingDigest choosing,
            AnswersByMail answers,
            ReplySettings settings,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.digests = digests;
        this.choosing = choosing;
        this.answers = answers;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A mail to no address of ours, or to several, is answered by nothing: nobody learns here which there are.
     *
     * @param file of the mail, as its server named it: the same one again changes nothing
     */
    @Transactional
    void take(String file, ReceivedReply reply) {
        if (reply.automatic() || reply.tokens().size() != 1) return;
        var hash = ReplyAddresses.hash(reply.tokens().iterator().next());
        var address = rows.claimAddress(hash).orElse(null);
        if (address == null || file.equals(address.usedBy())) return;
        var digest = digests.find(address.official()).orElseThrow();
        var by = choosing.recipient(digest).orElse(null);
        if (by == null || rows.refused(by.id(), file)) return;
        var why = why(address, digest, reply);
        if (why.isEmpty()) why = address.draft() == null ? shows(address, reply, by) : answered(address, reply, by);
        if (why.isEmpty() || why.equals(DROPPED)) rows.used(hash, file);
        if (!why.isEmpty()) refuse(address, why, file, by);
    }

    private String why(ReplyAddress address, KeptDigest digest, ReceivedReply reply) {
        if (!reply.from().equalsIgnoreCase(digest.address())) return "sender";
        if (address.usedBy() != null) return "used";
        if (address.endsAt().isBefore(clock.instant())) return "ended";
        return reply.wrong();
    }

    private String shows(ReplyAddress address, ReceivedReply reply, Official by) {
        var place = answers.place(by, address.post()).orElse(null);
        if (place == null) return "closed";
        // Once, here: what is asked of, kept, shown and said is the same.
        var text = TypedText.clean(reply.text());
        var problem = answers.problem(place, text);
        if (!problem.isEmpty()) return problem;
        var now = clock.instant();
        if (rows.drafts(by.id(), now.minus(DAY)) >= settings.mostADay()) return "many";
        long draft = rows.draft(by.id(), address.post(), place.light(), text, now);
        rows.tell(by.id(), ReplyMail.Kind.SHOWN, address.post(), draft, now);
        return "";
    }

    /** Yes, or anything else: "no, I did not write this", and what a machine says for one who is away. */
    private String answered(ReplyAddress address, ReceivedReply reply, Official by) {
        var draft = rows.draft(Objects.requireNonNull(address.draft()))
                .filter(it -> !it.spent())
                .orElse(null);
        if (draft == null) return "used";
        var first = reply.text().lines().findFirst().orElse("");
        if (YES.matcher(first).matches()) return says(draft, by);
        rows.dropped(draft.id());
        return DROPPED;
    }

    private String says(ReplyDraft draft, Official by) {
        // Under the label that its author was shown, or not at all.
        var place = answers.place(by, draft.post())
                .filter(it -> it.light() == draft.light())
                .orElse(null);
        if (place == null) return "closed";
        long post = answers.say(by, place, draft.text());
        rows.said(draft.id(), post);
        rows.tell(by.id(), ReplyMail.Kind.SAID, post, null, clock.instant());
        return "";
    }

    private void refuse(ReplyAddress address, String why, String file, Official by) {
        var now = clock.instant();
        if (rows.refused(by.id(), now.minus(DAY)) >= REFUSALS_A_DAY) return;
        rows.refuse(by.id(), address.post(), why, file, now);
        ledger.record(by, "reply.refused", "post-" + address.post(), Map.of("why", why, "file", file));
    }
}
