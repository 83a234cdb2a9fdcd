package org.comity.notification;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
    private final Directory directory;
    private final String origin;
    private final boolean practice;

    WritingSeatMail(
            Words words,
            Directory directory,
            @Value("${node.origin}") String origin,
            @Value("${node.practice:false}") boolean practice) {
        this.words = words;
        this.directory = directory;
        this.origin = origin;
        this.practice = practice;
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
                practice ? "[" + words.say(language, "ui.practice") + "] " + subject : subject,
                text(mail, kind, host, to, language),
                null,
                null,
                Map.of());
    }

    private String text(SeatMail mail, String kind, String host, Participant to, Language language) {
        var lines = new ArrayList<String>();
        if (practice) {
            lines.add(words.say(language, "ui.ribbon"));
            lines.add("");
        }
        lines.add(words.say(
                language, "notification.seat.text." + kind, "host", host, "authority", to.name(language.tag())));
        lines.add("");
        var at = mail.happenedAt().atZone(ZoneOffset.UTC);
        var day = DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale());
        lines.add(day.format(at)
                + WritingMail.apart(DateTimeFormatter.ofPattern(" HH:mm 'UTC'").format(at)));
        lines.add(words.say(language, "notification.seat.act"));
        lines.add(WritingMail.apart(mail.news().act()));
        lines.add(words.say(language, "notification.seat.key"));
        lines.add(WritingMail.apart(SpokenFingerprint.of(mail.news().key())));
        lines.add("");
        lines.add(words.say(language, "notification.seat.link"));
        lines.add(origin + "/seat/records");
        lines.add("");
        lines.add(words.say(language, "notification.seat.not-yours", "host", host));
        lines.add("");
        lines.add(words.say(language, "notification.seat.open-line"));
        return String.join("\r\n", lines) + "\r\n";
    }

    /** The first of its languages in which these mails are written; else English. */
    private Language spoken(Participant to) {
        return to.languages().stream()
                .filter(it -> words.has(it, "notification.seat.link"))
                .flatMap(it -> Language.of(it).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
