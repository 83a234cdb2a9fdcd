package org.comity.casework.criminality;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/**
 * Reads what the lawyer finds, as it was typed.
 *
 * @param outcome word of an {@link Outcome}, or empty
 * @param reasons why; never empty in what is kept
 */
public record TypedFinding(String outcome, String reasons) {

    static final TypedFinding NONE = new TypedFinding("", "");

    private static final int LONGEST = 3000;

    /** Whether the conduct is an offence in both States. */
    enum Outcome {
        MET,
        NOT_MET,
        NOT_REQUIRED,
        MORE_NEEDED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static TypedFinding of(Map<String, String> form) {
        return new TypedFinding(TypedText.clean(form.get("outcome")), TypedText.clean(form.get("reasons")));
    }

    Optional<Outcome> chosen() {
        return Arrays.stream(Outcome.values())
                .filter(it -> it.word().equals(outcome))
                .findFirst();
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        if (chosen().isEmpty()) {
            found = found.with("outcome", "criminality.needed.outcome");
        }
        if (reasons.isEmpty() || reasons.length() > LONGEST) {
            found = found.with("reasons", "criminality.needed.reasons");
        }
        return found;
    }
}
