package org.comity.casework.search;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.proof.form.NormalForm;
import org.comity.vocabulary.CutText;

/** Cuts text into words that a search compares: small letters, without vowel signs, whole and from within. */
final class SearchWords {

    /** A whole SHA-256 is a word. */
    private static final int LONGEST = 64;

    /** Of one place; all of them stay below what the database takes. */
    private static final int MOST_LETTERS = 100_000;

    private static final int MOST_ASKED = 8;
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}\\u0640]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cc}'\\\\\"“”«»،؛]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** As it is compared: what looks alike is alike. */
    static String plain(String text) {
        return UNSEEN.matcher(NormalForm.of(text, Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Every word of a place, and of those that hold signs each ending too. */
    static SequencedSet<String> of(String text) {
        var words = new LinkedHashSet<String>();
        int letters = 0;
        for (var word : cut(text)) {
            for (var each : endings(word)) {
                if (words.add(each)) letters += each.length();
            }
            if (letters > MOST_LETTERS) break;
        }
        return words;
    }

    /** The question as the database reads it: all of these words, each by its beginning; empty if there is none. */
    static String question(String typed) {
        return cut(typed).stream().limit(MOST_ASKED).map(SearchWords::begins).collect(Collectors.joining(" & "));
    }

    private static String begins(String word) {
        return "'" + word + "'" + (word.length() < SHORTEST_BEGINNING ? "" : ":*");
    }

    /** From each of its parts to its end: what is typed from within an address or a name is found as well. */
    private static List<String> endings(String word) {
        var all = new ArrayList<String>(List.of(word));
        var signs = SIGNS.matcher(word);
        while (signs.find()) {
            if (signs.end() < word.length()) all.add(word.substring(signs.end()));
        }
        return all;
    }

    /**
     * Without the signs at its edges; a plus before it stays. By hand: an expression that ends in {@code +$} is tried from
     * each sign of a run to the run's end.
     */
    private static String core(String word) {
        int from = 0;
        while (from < word.length() && word.codePointAt(from) != '+' && !means(word.codePointAt(from))) {
            from += Character.charCount(word.codePointAt(from));
        }
        int to = word.length();
        while (to > from && !means(word.codePointBefore(to))) {
            to -= Character.charCount(word.codePointBefore(to));
        }
        return word.substring(from, to);
    }

    /** Letters and numbers, of every script. */
    private static boolean means(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static List<String> cut(String text) {
        return Arrays.stream(BETWEEN.split(plain(text)))
                .map(SearchWords::core)
                .filter(it -> !it.isEmpty())
                .map(it -> CutText.to(it, LONGEST))
                .toList();
    }
}
