package org.comity.vocabulary;

/** Says which words of a table a program counts: those who write them are told by the same rule by which they are counted. */
public final class CountedWords {

    private CountedWords() {}

    /** A whole number in digits alone. */
    public static boolean isNumber(String word) {
        return word.matches("[0-9]{1,9}");
    }

    /** An article by its number alone. */
    public static boolean isArticle(String word) {
        return word.matches("[0-9]{1,2}");
    }
}
