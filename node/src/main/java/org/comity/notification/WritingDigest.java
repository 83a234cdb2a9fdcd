package org.comity.notification;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.forum.DigestLine;
import org.comity.forum.DigestOfRooms;
import org.comity.notification.DigestMailView.Foot;
import org.comity.ui.HarmlessOutput;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a digest of the rooms as a mail, as plain text and as plain HTML with the same words: no picture, no style, no trace. */
@Component
class WritingDigest {

    private final TemplateEngine templates;
    private final Words words;
    private final MailParts parts;
    private final Directory directory;
    private final ReplyAddresses replies;
    private final String origin;

    WritingDigest(
            TemplateEngine templates,
            Words words,
            MailParts parts,
            Directory directory,
            ReplyAddresses replies,
            @Value("${node.origin}") String origin) {
        this.templates = templates;
        this.words = words;
        this.parts = parts;
        this.directory = directory;
        this.replies = replies;
        this.origin = origin;
    }

    /** @param lines at least one; the last of more than {@link DigestOfRooms#MOST} only says that there are more */
    OutgoingMail mail(DigestMail mail, KeptDigest digest, Official to, List<DigestLine> lines) {
        var language = digest.language();
        var view = view(digest, to, lines, mail.after());
        var subject =
                words.say(language, "digest.mail.subject", "n", view.lines().size());
        var html = new StringOutput();
        templates.render("notification/digestmail.jte", Map.of("view", view), new HarmlessOutput(html));
        return new OutgoingMail(
                "digest-" + mail.id(),
                digest.address(),
                language,
                parts.subject(language, subject),
                text(view),
                html.toString(),
                null,
                headers(digest));
    }

    private DigestMailView view(KeptDigest digest, Official to, List<DigestLine> lines, Instant after) {
        var language = digest.language();
        return new DigestMailView(
                language,
                parts.ribbon(language),
                words.say(language, "digest.mail.begin", "day", day(after, language)),
                lines.stream()
                        .limit(DigestOfRooms.MOST)
                        .map(it -> line(it, to, language))
                        .toList(),
                lines.size() > DigestOfRooms.MOST ? words.say(language, "forum.digest.more") : "",
                List.of(
                        new Foot(words.say(language, "forum.digest.end"), origin + "/rooms"),
                        new Foot(
                                words.say(
                                        language, replies.on() ? "digest.mail.change-or-answer" : "digest.mail.change"),
                                origin + "/me/digest"),
                        new Foot(words.say(language, "digest.mail.stop"), stop(digest))),
                words.say(language, "reply.answer"));
    }

    private DigestMailView.Line line(DigestLine it, Official to, Language language) {
        var about = new ArrayList<String>();
        about.add(apart(it.light().mark()));
        if (!it.saidBy().isEmpty()) about.add(apart(it.saidBy()));
        about.add(day(it.at(), language));
        return new DigestMailView.Line(
                it.name(),
                String.join(" · ", about),
                it.language(),
                it.words(),
                origin + it.path(),
                replies.of(to, it.post()).orElse(""));
    }

    private static String text(DigestMailView view) {
        var lines = new ArrayList<String>();
        if (!view.practice().isEmpty()) {
            lines.add(view.practice());
            lines.add("");
        }
        lines.add(view.heading());
        for (var it : view.lines()) {
            lines.addAll(List.of("", it.title(), it.about(), it.words(), it.link()));
            if (!it.answer().isEmpty()) lines.add(view.answering() + " " + it.answer());
        }
        if (!view.more().isEmpty()) {
            lines.addAll(List.of("", view.more()));
        }
        view.foot().forEach(it -> lines.addAll(List.of("", it.words(), it.link())));
        return MailParts.text(lines);
    }

    /** RFC 2369; and RFC 8058 where the address is one that it allows. */
    private Map<String, String> headers(KeptDigest digest) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("List-Unsubscribe", "<" + stop(digest) + ">");
        if (origin.startsWith("https://")) {
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    private String stop(KeptDigest digest) {
        return origin + DigestController.STOP + "/" + digest.stop();
    }

    private String day(Instant at, Language language) {
        return DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale())
                .format(at.atZone(directory.self().zone()));
    }

    /** Left to right in a text of either direction, or as it begins (UAX #9: FSI, PDI). */
    private static String apart(String text) {
        return "\u2068" + text + "\u2069";
    }
}
