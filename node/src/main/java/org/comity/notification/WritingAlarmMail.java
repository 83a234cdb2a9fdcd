package org.comity.notification;

import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes that a request stands unacknowledged, or a handover not taken over: its reference, since when, a link. Nothing of the case and no name. */
@Component
class WritingAlarmMail {

    private final Words words;
    private final MailParts parts;
    private final Directory directory;
    private final String origin;

    WritingAlarmMail(Words words, MailParts parts, Directory directory, @Value("${node.origin}") String origin) {
        this.words = words;
        this.parts = parts;
        this.directory = directory;
        this.origin = origin;
    }

    /**
     * @param chosen language of the step, or null
     * @param named whether the reference may be told
     */
    OutgoingMail mail(KeptAlarmCall call, AlarmCause cause, @Nullable String chosen, boolean named) {
        var language = spoken(chosen);
        var reference = named ? cause.named() : "";
        var subject = words.say(language, "notification.alarm.subject." + cause.kind(), "reference", reference)
                .strip();
        return new OutgoingMail(
                id(call),
                call.target(),
                language,
                parts.subject(language, subject),
                text(cause, language, named),
                null,
                null,
                java.util.Map.of());
    }

    static String id(KeptAlarmCall call) {
        return "alarm-%d.%s".formatted(call.id(), call.thread());
    }

    private String text(AlarmCause cause, Language language, boolean named) {
        var lines = parts.begun(language);
        lines.add(words.say(language, "notification.alarm.text." + cause.kind()));
        lines.add(parts.moment(language, cause.since()));
        if (named && !cause.named().isEmpty()) {
            lines.add(MailParts.apart(cause.named()));
        }
        lines.add("");
        lines.add(words.say(
                language, cause.kind().equals("handover") ? "notification.alarm.take" : "notification.alarm.link"));
        lines.add(origin + (named ? cause.path() : "/desk"));
        lines.add("");
        lines.add(words.say(language, "notification.alarm.open-line"));
        return MailParts.text(lines);
    }

    private Language spoken(@Nullable String chosen) {
        var preferred = Stream.ofNullable(chosen).filter(it -> !it.isEmpty());
        return parts.spoken(Stream.concat(preferred, directory.self().languages().stream()), "notification.alarm.link");
    }
}
