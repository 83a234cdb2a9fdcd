package org.comity.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/**
 * Finds the sentences of a letter: those of the procedure, else those of the type of act, else a general one, so that a new
 * procedure has fitting letters without a word of its own.
 */
@Component
class LetterWords {

    private final Words words;

    LetterWords(Words words) {
        this.words = words;
    }

    String say(Language language, String key, Object... named) {
        return words.say(language, key, named);
    }

    /** The first of these that anybody has written; the last one is general and always there. */
    String first(Language language, List<String> keys, Object... named) {
        var key = keys.stream().filter(it -> words.has("en", it)).findFirst().orElseGet(keys::getLast);
        return say(language, key, named);
    }

    /** In words of their own for this kind of addressee, where there are some: a company is not addressed as a State is. */
    String to(ParticipantKind kind, Language language, String key, Object... named) {
        return first(language, List.of(key + "." + kind.word(), key), named);
    }

    /** Do the sentences of a letter exist in this language? */
    boolean speaks(String tag) {
        return words.has(tag, "letters.asks");
    }

    /** An authority by its function, e.g. {@code the Central Authority of Dorvane}; where no word is there, in general. */
    String authority(Language language, String who, String function, String state) {
        return first(language, List.of("letters.%s.%s".formatted(who, function), "letters." + who), "state", state);
    }

    /** e.g. {@code articles 40 and 44}: that of the law, and that whose letters its items bear. */
    String articles(Language language, ProcedureLaw law) {
        var numbers = Stream.concat(
                        law.fields().stream()
                                .filter(it -> !it.letter().isEmpty())
                                .map(it -> ArticleReferences.number(it.ref())),
                        Stream.of(law.article()))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return numbers.size() < 2
                ? say(language, "letters.article", "article", law.article())
                : say(
                        language,
                        "letters.articles",
                        "first",
                        String.join(", ", numbers.subList(0, numbers.size() - 1)),
                        "last",
                        numbers.getLast());
    }

    /** The paragraph whose letters the items bear, e.g. {@code 42(3)}; empty where they bear none. */
    static String items(ProcedureLaw law) {
        return law.fields().stream()
                .filter(it -> !it.letter().isEmpty() && it.ref().endsWith("(" + it.letter() + ")"))
                .map(it -> it.ref().substring(0, it.ref().length() - it.letter().length() - 2))
                .findFirst()
                .orElse("");
    }

    /** A language by its name in another, e.g. {@code French}. */
    static String named(String tag, Language in) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(in.locale());
    }

    /** e.g. {@code (a)}: the mark of an item, as this language writes it. */
    String mark(Language language, String letter) {
        return say(language, "letters.mark", "letter", letter);
    }
}
