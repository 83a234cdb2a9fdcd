package org.comity.paper;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldSections;
import org.comity.ui.Language;
import org.springframework.stereotype.Component;

/** Decides in which languages a letter is written, and says how its translation stands. */
@Component
class LetterLanguages {

    private final Directory directory;
    private final LetterWords words;
    private final TranslationRows translations;

    LetterLanguages(Directory directory, LetterWords words, TranslationRows translations) {
        this.directory = directory;
        this.words = words;
        this.translations = translations;
    }

    Optional<Translation> translation(String act) {
        return translations.of(act);
    }

    /** The addressee's first language in which letters can be written, else English; then ours, if it is another. */
    List<Language> of(RequestRow row) {
        var first = spoken(GoneParticipant.shown(directory, row.counterpart())).orElse(Language.ENGLISH);
        var ours = spoken(directory.self()).orElse(Language.ENGLISH);
        return ours.equals(first) ? List.of(first) : List.of(first, ours);
    }

    private Optional<Language> spoken(Participant participant) {
        return participant.languages().stream()
                .filter(words::speaks)
                .findFirst()
                .flatMap(Language::of);
    }

    /**
     * How the translation stands, as it is said upon the letter and on its page.
     *
     * @param in the language of the note: on the letter that of its text, on a page that of its reader
     */
    String note(RequestRow row, Optional<Translation> translation, Language in) {
        var languages = of(row);
        var text = languages.contains(in) ? in : languages.getFirst();
        if (translation.isEmpty() && languages.size() == 1) {
            var accepted = GoneParticipant.shown(directory, row.counterpart())
                    .languages()
                    .contains(text.tag());
            return words.say(
                    in,
                    "letters.translation.none",
                    "language",
                    LetterWords.named(text.tag(), in),
                    "accepted",
                    accepted ? "yes" : "no");
        }
        var translated = translation
                .map(Translation::language)
                .orElseGet(() -> languages.getFirst().tag());
        var prevails = translation
                .map(Translation::prevails)
                .orElseGet(() -> languages.getLast().tag());
        var certified = translation.filter(Translation::certified).orElse(null);
        return words.say(
                in,
                certified == null ? "letters.translation.draft" : "letters.translation.certified",
                "language",
                LetterWords.named(text.tag(), in),
                "translated",
                LetterWords.named(translated, in),
                "prevails",
                LetterWords.named(prevails, in),
                "by",
                certified == null ? "" : certified.certifiedBy(),
                "day",
                certified == null
                        ? ""
                        : FieldSections.day(Objects.requireNonNull(certified.certifiedOn()), in.locale()));
    }
}
