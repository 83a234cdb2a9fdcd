package org.comity.identity.me;

import java.util.stream.Stream;
import org.comity.ui.Problems;
import org.comity.vocabulary.RuleBroken;

/** Names that people give their keys, and what to tell when one does not work. */
final class Labels {

    private static final int LONGEST = 80;

    private Labels() {}

    static String of(String text) {
        var label = text.strip();
        return label.isEmpty() ? "–" : label.substring(0, Math.min(LONGEST, label.length()));
    }

    static Problems problem(RuleBroken refused) {
        var facts = refused.facts().entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
        return Problems.NONE.with("", "error." + refused.code(), facts);
    }
}
