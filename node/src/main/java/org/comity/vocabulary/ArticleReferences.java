package org.comity.vocabulary;

import java.util.Arrays;
import java.util.List;

/** Reads references to articles of an instrument, e.g. {@code 42(3)(a)}. */
public final class ArticleReferences {

    /** As a pattern. */
    public static final String FORM = "[0-9]{1,2}(?:\\([0-9a-z]{1,4}\\)){0,3}";

    private ArticleReferences() {}

    /** In the order in which somebody typed them, with commas or spaces between; what is no reference is among them, too. */
    public static List<String> typed(String text) {
        return Arrays.stream(text.split("[,;\\s]+")).filter(it -> !it.isEmpty()).toList();
    }

    /** The number of the article alone: {@code 42} of {@code 42(3)(a)}. */
    public static String number(String reference) {
        return reference.replaceFirst("\\(.*", "");
    }
}
