package org.comity.casework.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.TypedWords;
import org.springframework.stereotype.Component;

/** Compares typed words with text that no index holds. */
@Component
class ComparingTyped implements TypedWords {

    private static final int MOST_WORDS = 8;

    @Override
    public boolean stand(String typed, Collection<String> said) {
        var whole = SearchKeys.whole(typed);
        if (whole.isEmpty()) return false;
        var keys = said.stream()
                .flatMap(it -> Stream.concat(Stream.of(text(it)), SearchKeys.identical(it).stream()))
                .collect(Collectors.toSet());
        return stands(whole, keys)
                || Stream.concat(SearchKeys.asked(typed).stream(), SearchKeys.identical(typed).stream())
                        .anyMatch(it -> stands(it, keys))
                || Arrays.stream(whole.split(" ")).limit(MOST_WORDS).allMatch(it -> stands(it, keys));
    }

    private static boolean stands(String word, Collection<String> keys) {
        return keys.stream().anyMatch(it -> it.contains(word));
    }

    /** A key is short; the words of an act are not. */
    private static String text(String said) {
        return SearchWords.plain(said).replaceAll("\\s+", " ");
    }
}
