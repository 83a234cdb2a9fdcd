package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reference, dates with their zone, a link: mail is not confidential, so nothing of the case and no name is in it. */
@Component
class WritingMail {

    private final Words words;
    private final MailParts parts;
    private final Directory directory;
    private final Clock clock;
    private final String origin;

    WritingMail(
            Words words, MailParts parts, Directory directory, Clock clock, @Value("${node.origin}") String origin) {
        this.words = words;
        this.parts = parts;
        this.directory = directory;
        this.clock = clock;
        this.origin = origin;
    }

    String subject(Reminder reminder, KeptPeriod period) {
        var language = reminder.language();
        var said = words.say(
                language,
                key("subject", reminder),
                "reference",
                period.reference(),
                "n",
                period.daysLeft(clock.instant()),
                "day",
                day(reminder, language));
        return parts.subject(language, said);
    }

    String text(Reminder reminder, KeptPeriod period) {
        var language = reminder.language();
        var lines = parts.begun(language);
        lines.add(words.say(
                language,
                key("text", reminder),
                "reference",
                MailParts.apart(period.reference()),
                "n",
                period.daysLeft(clock.instant()),
                "day",
                day(reminder, language)));
        if (period.open() && !reminder.aboutOrder()) {
            var self = directory.self();
            lines.add("");
            lines.add(moment(period.until(), ZoneOffset.UTC, "", language));
            lines.add(moment(period.until(), self.zone(), self.capital(language.tag()), language));
        }
        lines.add("");
        lines.add(words.say(language, "notification.mail.link"));
        lines.add(origin + "/requests/" + period.reference());
        if (!reminder.aboutOrder()) {
            lines.add("");
            lines.add(words.say(language, "notification.mail.calendar"));
            lines.add(words.say(language, "notification.mail.stop"));
        }
        lines.add("");
        lines.add(words.say(language, "notification.mail.open-line"));
        return MailParts.text(lines);
    }

    private String moment(Instant at, ZoneId zone, String capital, Language language) {
        var there = at.atZone(zone);
        var day = DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale())
                .format(there);
        var hour = DateTimeFormatter.ofPattern("HH:mm").format(there);
        var offset = there.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + there.getOffset();
        return day + " " + MailParts.apart(hour + " " + offset) + (capital.isEmpty() ? "" : " (" + capital + ")");
    }

    private static String key(String part, Reminder reminder) {
        return "notification.mail." + part + "."
                + (reminder.aboutDays() ? "days" : reminder.shown().toLowerCase(java.util.Locale.ROOT));
    }

    /** The last day of an order; empty of any other mail. */
    private String day(Reminder reminder, Language language) {
        return reminder.aboutOrder()
                ? DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale())
                        .format(reminder.orderEnds())
                : "";
    }
}
