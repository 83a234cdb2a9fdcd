package org.comity.paper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.directory.Participant;
import org.comity.procedure.form.EnvelopeLines;
import org.comity.procedure.form.FieldSections;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Sentences of this folder outside of pages: in letters and in what is recorded. */
@Component
class PaperWords {

    private final Words words;

    PaperWords(Words words) {
        this.words = words;
    }

    String say(Locale language, String key, Object... named) {
        return words.say(Language.of(language), key, named);
    }

    /** What the other State does by an act of this type: in the procedure's words, in everybody's, or as it is written. */
    String said(Locale language, String law, String type) {
        return Stream.of(law + ".said." + type, "paper.said." + type)
                .filter(it -> words.has(Language.of(language).tag(), it))
                .findFirst()
                .map(it -> say(language, it))
                .orElseGet(() -> say(language, law + ".act." + type));
    }

    List<Choice> channels(Locale language) {
        return PaperArrival.CHANNELS.stream()
                .map(it -> Choice.of(PaperArrival.word(it), say(language, "paper.channel." + PaperArrival.word(it))))
                .toList();
    }

    String day(Instant instant, Locale language) {
        return FieldSections.day(instant.atOffset(ZoneOffset.UTC).toLocalDate(), language);
    }

    EnvelopeLines envelope(Locale language) {
        return new EnvelopeLines(words, language);
    }

    Section recorded(PaperRecord what, Participant from, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(say(
                language,
                "paper.sheet.recorded",
                "state",
                from.name(language.getLanguage()),
                "channel",
                say(language, "paper.channel." + PaperArrival.word(what.channel())),
                "day",
                day(what.happened(), language)));
        if (what.body().get("letterReference") instanceof String reference && !reference.isEmpty()) {
            lines.add(say(language, "paper.sheet.reference", "reference", reference));
        }
        return new Section(say(language, "paper.sheet.title"), lines);
    }
}
