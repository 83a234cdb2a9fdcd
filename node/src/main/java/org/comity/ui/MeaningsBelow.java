package org.comity.ui;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds which words of the help page stand in a heading, so that their meaning can stand below it. */
public final class MeaningsBelow {

    private static final int MOST = 4;

    private MeaningsBelow() {}

    /** Numbers of {@code help.word.N}, the longest word first, at most four. */
    public static List<Integer> of(Page page, String heading) {
        return IntStream.iterate(1, it -> page.has(key(it)), it -> it + 1)
                .boxed()
                .filter(it -> stands(page, page.t(key(it)), heading))
                .sorted(Comparator.comparing(it -> -page.t(key(it)).length()))
                .limit(MOST)
                .toList();
    }

    /** Arabic writes its article, and small words, together with the word that follows. */
    private static boolean stands(Page page, String word, String heading) {
        var bare = page.lang().equals("ar") ? word.replaceFirst("^ال", "") : word;
        var before = page.lang().equals("ar") ? "" : "(?<![\\p{L}-])";
        return Pattern.compile(
                        before + Pattern.quote(bare) + "(?![\\p{L}-])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(heading)
                .find();
    }

    private static String key(int n) {
        return "help.word." + n;
    }
}
