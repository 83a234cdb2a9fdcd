package org.comity.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.comity.forum.AnswersByMail;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what became of an answer: the words as they would stand, under which label and where; or why they do not, and what to do. */
@Component
class WritingReplyMail {

    private final Words words;
    private final MailParts parts;
    private final ReplyRows rows;
    private final ReplyAddresses addresses;
    private final AnswersByMail answers;
    private final String origin;

    WritingReplyMail(
            Words words,
            MailParts parts,
            ReplyRows rows,
            ReplyAddresses addresses,
            AnswersByMail answers,
            @Value("${node.origin}") String origin) {
        this.words = words;
        this.parts = parts;
        this.rows = rows;
        this.addresses = addresses;
        this.answers = answers;
        this.origin = origin;
    }

    /** Empty where what it would show may not be in a mail any more. */
    Optional<OutgoingMail> mail(ReplyMail mail, KeptDigest digest, Official to) {
        var language = digest.language();
        var lines = parts.begun(language);
        var headers = new LinkedHashMap<String, String>();
        if (mail.kind() == ReplyMail.Kind.SHOWN) {
            var draft =
                    rows.draft(java.util.Objects.requireNonNull(mail.draft())).orElse(null);
            var place = answers.place(to, mail.post()).orElse(null);
            if (draft == null || draft.spent() || place == null || place.light() != draft.light())
                return Optional.empty();
            headers.put("Reply-To", addresses.of(draft));
            lines.addAll(shown(draft, place, language));
        } else if (mail.kind() == ReplyMail.Kind.SAID) {
            lines.addAll(List.of(
                    words.say(language, "reply.said"),
                    origin + "/rooms/posts/" + mail.post(),
                    "",
                    words.say(language, "reply.said.undo")));
        } else {
            lines.addAll(List.of(
                    words.say(language, "reply.refused"),
                    words.say(language, "reply.why." + mail.why()),
                    "",
                    words.say(language, "reply.page"),
                    origin + "/rooms/posts/" + mail.post()));
        }
        var subject = words.say(language, "reply.subject." + mail.kind().name());
        return Optional.of(new OutgoingMail(
                "reply-" + mail.id(),
                digest.address(),
                language,
                parts.subject(language, subject),
                MailParts.text(lines),
                null,
                null,
                headers));
    }

    private List<String> shown(ReplyDraft draft, AnswersByMail.Place place, Language language) {
        return List.of(
                words.say(language, "reply.shown"),
                "",
                draft.text().replace("\n", "\r\n"),
                "",
                words.say(
                        language,
                        "reply.shown.where",
                        "room",
                        place.roomTitle(),
                        "title",
                        place.title().isEmpty() ? "–" : place.title(),
                        "label",
                        MailParts.apart(place.light().mark())),
                words.say(language, "forum.light." + place.light().word()),
                "",
                words.say(language, "reply.shown.yes"),
                words.say(language, "reply.shown.no"),
                origin + "/rooms/posts/" + draft.post());
    }
}
