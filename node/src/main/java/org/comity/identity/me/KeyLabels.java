package org.comity.identity.me;

import java.util.stream.Stream;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;

/** Checks names that people give their keys, and says what to tell when one does not work. */
final class KeyLabels {

    private static final int LONGEST = 80;

    private KeyLabels() {}

    static String of(String text) {
        var label = text.strip();
        return label.isEmpty() ? "–" : CutText.to(label, LONGEST);
    }

    static FormProblems problem(RuleBroken refused) {
        var facts = refused.facts().entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
        return FormProblems.NONE.with("", "error." + refused.code(), facts);
    }
}
