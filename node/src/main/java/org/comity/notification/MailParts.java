package org.comity.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what the mails of this node have alike: the mark of a practice node, hours in UTC, and the language of a reader. */
@Component
class MailParts {

    private final Words words;
    private final boolean practice;

    MailParts(Words words, @Value("${node.practice:false}") boolean practice) {
        this.words = words;
        this.practice = practice;
    }

    String subject(Language language, String said) {
        return practice ? "[" + words.say(language, "ui.practice") + "] " + said : said;
    }

    /** What a mail of a practice node begins with; else empty. */
    String ribbon(Language language) {
        return practice ? words.say(language, "ui.ribbon") : "";
    }

    /** Lines to write on: none, or the ribbon and a space below it. */
    List<String> begun(Language language) {
        return practice ? new ArrayList<>(List.of(ribbon(language), "")) : new ArrayList<>();
    }

    /** Day and time in UTC. */
    String moment(Language language, Instant at) {
        var there = at.atZone(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale())
                        .format(there)
                + apart(DateTimeFormatter.ofPattern(" HH:mm 'UTC'").format(there));
    }

    /** The first of these languages that has the words of {@code key}; else English. */
    Language spoken(Stream<String> languages, String key) {
        return languages
                .filter(it -> words.has(it, key))
                .flatMap(it -> Language.of(it).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** As mail wants its lines to end (RFC 5322). */
    static String text(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Left to right in a text of either direction (UAX #9: LRI, PDI). */
    static String apart(String text) {
        return "\u2066" + text + "\u2069";
    }
}
