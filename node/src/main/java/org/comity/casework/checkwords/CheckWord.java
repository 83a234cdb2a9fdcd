package org.comity.casework.checkwords;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.proof.form.Digests;
import org.comity.proof.form.NormalForm;

/**
 * Makes the word that stands on a paper: eight letters in two groups, made from random, of sixteen that look like no other
 * letter or digit; without vowels, so that no word of a language comes of it.
 */
final class CheckWord {

    private static final String LETTERS = "CDFGHJKMPQRTVWXY";
    private static final int GROUP = 4;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckWord() {}

    static String made() {
        var word = new StringBuilder();
        RANDOM.ints(2 * GROUP, 0, LETTERS.length()).forEach(it -> word.append(LETTERS.charAt(it)));
        return word.insert(GROUP, '-').toString();
    }

    /** Under which it is found with the number of its order, however their letters, spaces and strokes are typed. */
    static String mark(String number, String word) {
        return Digests.sha256((plain(number) + ":" + plain(word)).getBytes(StandardCharsets.UTF_8));
    }

    /** The same of what somebody typed into a search, the number before the word or after it; empty where no word stands there. */
    static List<String> marks(String typed) {
        if (typed.length() > LONGEST) return List.of();
        var plain = plain(typed);
        int word = 2 * GROUP;
        int number = plain.length() - word;
        return number <= 0
                ? List.of()
                : Stream.of(
                                List.of(plain.substring(0, number), plain.substring(number)),
                                List.of(plain.substring(word), plain.substring(0, word)))
                        .filter(it -> it.getLast().chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0))
                        .map(it -> mark(it.getFirst(), it.getLast()))
                        .toList();
    }

    private static String plain(String typed) {
        var plain = new StringBuilder();
        NormalForm.of(typed, Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(it -> {
                    int digit = Character.digit(it, 10);
                    if (digit < 0) plain.appendCodePoint(it);
                    else plain.append(digit);
                });
        return plain.toString();
    }
}
