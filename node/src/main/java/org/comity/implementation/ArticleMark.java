package org.comity.implementation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where our State sees itself on one article: voluntary, never counted, never compared.
 *
 * @param letter {@code A} in our law and practice, {@code B} needs time, {@code C} needs time and help; empty: none
 * @param until of B and C; null where no day is said
 * @param challenge a word of {@link #CHALLENGES}, or empty
 * @param help that is wanted
 * @param practice that others could use
 */
public record ArticleMark(
        String article, String letter, @Nullable LocalDate until, String challenge, String help, String practice) {

    public static final List<String> LETTERS = List.of("", "A", "B", "C");
    public static final List<String> CHALLENGES = List.of(
            "",
            "no-law",
            "conflicting-law",
            "people",
            "skills",
            "money",
            "equipment",
            "providers",
            "other-states",
            "political-priority",
            "other");
    static final int LONGEST = 2_000;

    static ArticleMark none(String article) {
        return new ArticleMark(article, "", null, "", "", "");
    }

    boolean says() {
        return !letter.isEmpty() || until != null || !challenge.isEmpty() || !help.isEmpty() || !practice.isEmpty();
    }
}
