package org.comity.sealing.letter;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says at the head of each page that this is not in earnest: a node of practice, or a drill between real authorities.
 *
 * @param practice the node is one of practice
 * @param drill the act says of itself that it is a drill
 */
record Ribbon(boolean practice, boolean drill) {

    /** In the language of the page; empty where all is in earnest. */
    String text(Locale language) {
        return Stream.of(practice ? "letter.practice" : "", drill ? "letter.drill" : "")
                .filter(it -> !it.isEmpty())
                .map(it -> PageWords.word(language, it))
                .collect(Collectors.joining(" · "));
    }
}
