package org.comity.implementation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers to one question; whoever answers, the same rules hold.
 *
 * @param choice a word of {@link #CHOICES}, a maturity, or empty
 * @param law cited, act and section
 * @param inForce since when the law is; null where none is said
 */
public record GivenAnswer(
        String choice, String words, String law, @Nullable LocalDate inForce) {

    /** In the order in which they are offered; the last is always accepted. */
    public static final List<String> CHOICES = List.of("yes", "in-part", "no", "not-applicable", "not-known");

    public static final List<String> MATURITIES = List.of("0", "1", "2", "3", "4", "not-known");
    public static final List<String> OTHERS = List.of("", "not-applicable", "not-known");
    static final int LONGEST_WORDS = 8_000;
    static final int LONGEST_LAW = 2_000;

    private static final Set<String> WORDLESS = Set.of("not-applicable", "not-known");

    /** What can be chosen in answer to a question of this kind. */
    public static List<String> choices(Question.Kind kind) {
        return switch (kind) {
            case B -> CHOICES;
            case M -> MATURITIES;
            case T, N, L, A -> OTHERS;
        };
    }

    /** Is it given, and not only put off? */
    public boolean known() {
        return !choice.equals("not-known");
    }

    /** Either an answer, or what is wrong with it: a key below {@code assess.wrong.}. */
    record TypedAnswer(
            @Nullable GivenAnswer answer, @Nullable String wrong) {

        /** As a form gives it: by the names of its fields. */
        static TypedAnswer of(Question question, Map<String, String> typed) {
            return of(
                    question,
                    typed.getOrDefault("choice", ""),
                    typed.getOrDefault("words", ""),
                    typed.getOrDefault("law", ""),
                    typed.getOrDefault("inForce", ""));
        }

        static TypedAnswer of(Question question, String choice, String words, String law, String inForce) {
            var chosen = choice.strip();
            var said = TypedText.clean(words);
            var cited = TypedText.clean(law);
            if (!choices(question.kind()).contains(chosen)) {
                return new TypedAnswer(
                        null, question.kind().chosen() && chosen.isEmpty() ? "choice" : "unknown-choice");
            }
            if (question.kind().written() && said.isEmpty() && !WORDLESS.contains(chosen)) {
                return new TypedAnswer(null, "words");
            }
            if (said.length() > LONGEST_WORDS) {
                return new TypedAnswer(null, "long");
            }
            if (cited.length() > LONGEST_LAW) {
                return new TypedAnswer(null, "long-law");
            }
            if (inForce.isBlank()) {
                return new TypedAnswer(new GivenAnswer(chosen, said, cited, null), null);
            }
            return TypedText.dayOfLaw(inForce)
                    .map(it -> new TypedAnswer(new GivenAnswer(chosen, said, cited, it), null))
                    .orElseGet(() -> new TypedAnswer(null, "day"));
        }
    }
}
