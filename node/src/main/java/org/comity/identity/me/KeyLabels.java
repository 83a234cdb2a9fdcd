package org.comity.identity.me;

import java.util.stream.Stream;
import org.comity.identity.passkey.Passkeys.Passkey;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;

/** Checks names that people give their keys, and says what to tell when one does not work. */
final class KeyLabels {

    static final int LONGEST_OF_TOKEN = 60;

    private static final int LONGEST = 80;

    private KeyLabels() {}

    static String of(String text) {
        var label = text.strip();
        return label.isEmpty() ? Passkey.UNNAMED : CutText.to(label, LONGEST);
    }

    /** A program that holds a token is found by this name alone, so it has one. */
    static String ofToken(String text) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_OF_TOKEN) throw TokenRefused.unnamed(LONGEST_OF_TOKEN);
        return name;
    }

    static FormProblems problem(RuleBroken refused) {
        var facts = refused.facts().entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
        return FormProblems.NONE.with("", "error." + refused.code(), facts);
    }
}
