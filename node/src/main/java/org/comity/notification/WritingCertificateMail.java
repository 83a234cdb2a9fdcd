package org.comity.notification;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes which certificates of this node end, and when: each of them is public. */
@Component
class WritingCertificateMail {

    private final Words words;
    private final MailParts parts;
    private final String origin;

    WritingCertificateMail(Words words, MailParts parts, @Value("${node.origin}") String origin) {
        this.words = words;
        this.parts = parts;
        this.origin = origin;
    }

    OutgoingMail mail(CertificateMail mail, List<EndingCertificate> certificates) {
        var language = mail.to().language();
        var how = certificates.stream().anyMatch(EndingCertificate::over) ? "ended" : "end";
        var day = DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale())
                .format(mail.endsOn());
        var names = certificates.stream().map(EndingCertificate::name).collect(Collectors.joining(", "));
        var lines = parts.begun(language);
        lines.add(words.say(
                language, "notification.certificates.text." + how, "day", day, "names", MailParts.apart(names)));
        lines.add(words.say(language, "notification.certificates.renew"));
        lines.add("");
        lines.add(words.say(language, "notification.certificates.link"));
        lines.add(origin + "/directory");
        lines.add("");
        lines.add(words.say(language, "notification.certificates.open-line"));
        return new OutgoingMail(
                "certificates-%d.%s".formatted(mail.id(), mail.endsOn()),
                mail.to().address(),
                language,
                parts.subject(language, words.say(language, "notification.certificates.subject." + how, "day", day)),
                MailParts.text(lines),
                null,
                null,
                Map.of());
    }
}
