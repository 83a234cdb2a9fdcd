package org.comity.notification;

import java.util.Locale;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes that something happened, the act's id, the key's fingerprint and a link: mail is not confidential, so nothing that was
 * said is in it, and no name or number of a case.
 */
@Component
class WritingSeatMail {

    private final Words words;
    private final MailParts parts;
    private final Directory directory;
    private final String origin;

    WritingSeatMail(Words words, MailParts parts, Directory directory, @Value("${node.origin}") String origin) {
        this.words = words;
        this.parts = parts;
        this.directory = directory;
        this.origin = origin;
    }

    OutgoingMail mail(SeatMail mail, Participant to) {
        var language = spoken(to);
        var kind = mail.news().kind().name().toLowerCase(Locale.ROOT);
        var host = directory.self().name(language.tag());
        var subject = words.say(language, "notification.seat.subject." + kind, "host", host);
        return new OutgoingMail(
                "seat-%d.%s".formatted(mail.id(), mail.news().act().substring(0, 16)),
                to.mail(),
                language,
                parts.subject(language, subject),
                text(mail, kind, host, to, language),
                null,
                null,
                Map.of());
    }

    private String text(SeatMail mail, String kind, String host, Participant to, Language language) {
        var lines = parts.begun(language);
        lines.add(words.say(
                language, "notification.seat.text." + kind, "host", host, "authority", to.name(language.tag())));
        lines.add("");
        lines.add(parts.moment(language, mail.happenedAt()));
        lines.add(words.say(language, "notification.seat.act"));
        lines.add(MailParts.apart(mail.news().act()));
        lines.add(words.say(language, "notification.seat.key"));
        lines.add(MailParts.apart(SpokenFingerprint.of(mail.news().key())));
        lines.add("");
        lines.add(words.say(language, "notification.seat.link"));
        lines.add(origin + "/seat/records");
        lines.add("");
        lines.add(words.say(language, "notification.seat.not-yours", "host", host));
        lines.add("");
        lines.add(words.say(language, "notification.seat.open-line"));
        return MailParts.text(lines);
    }

    /** The first of its languages in which these mails are written; else English. */
    private Language spoken(Participant to) {
        return parts.spoken(to.languages().stream(), "notification.seat.link");
    }
}
