package org.comity.notification;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes that a request stands unacknowledged: its reference, since when, a link. Nothing of the case and no name. */
@Component
class WritingAlarmMail {

    private final Words words;
    private final Directory directory;
    private final String origin;
    private final boolean practice;

    WritingAlarmMail(
            Words words,
            Directory directory,
            @Value("${node.origin}") String origin,
            @Value("${node.practice:false}") boolean practice) {
        this.words = words;
        this.directory = directory;
        this.origin = origin;
        this.practice = practice;
    }

    /**
     * @param chosen language of the step, or null
     * @param named whether the reference may be told
     */
    OutgoingMail mail(KeptAlarmCall call, RequestRow row, @Nullable String chosen, boolean named) {
        var language = spoken(chosen);
        var kind = row.emergency() ? "emergency" : "request";
        var reference = named ? row.named() : "";
        var subject = words.say(language, "notification.alarm.subject." + kind, "reference", reference)
                .strip();
        return new OutgoingMail(
                id(call),
                call.target(),
                language,
                practice ? "[" + words.say(language, "ui.practice") + "] " + subject : subject,
                text(row, kind, language, named),
                null,
                null,
                java.util.Map.of());
    }

    static String id(KeptAlarmCall call) {
        return "alarm-%d.%s".formatted(call.id(), call.thread());
    }

    private String text(RequestRow row, String kind, Language language, boolean named) {
        var lines = new ArrayList<String>();
        if (practice) {
            lines.add(words.say(language, "ui.ribbon"));
            lines.add("");
        }
        lines.add(words.say(language, "notification.alarm.text." + kind));
        var at = PlanningAlarmCalls.since(row).atZone(ZoneOffset.UTC);
        var day = DateTimeFormatter.ofPattern(words.say(language, "ui.date"), language.locale());
        lines.add(day.format(at)
                + WritingMail.apart(DateTimeFormatter.ofPattern(" HH:mm 'UTC'").format(at)));
        if (named) {
            lines.add(WritingMail.apart(row.named()));
        }
        lines.add("");
        lines.add(words.say(language, "notification.alarm.link"));
        lines.add(origin + (named ? "/requests/" + row.address() : "/desk"));
        lines.add("");
        lines.add(words.say(language, "notification.alarm.open-line"));
        return String.join("\r\n", lines) + "\r\n";
    }

    private Language spoken(@Nullable String chosen) {
        return Stream.concat(Stream.of(Objects.requireNonNullElse(chosen, "")), directory.self().languages().stream())
                .filter(it -> !it.isEmpty() && words.has(it, "notification.alarm.link"))
                .flatMap(it -> Language.of(it).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
