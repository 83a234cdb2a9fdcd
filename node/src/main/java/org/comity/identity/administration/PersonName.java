package org.comity.identity.administration;

import java.text.Normalizer.Form;
import java.util.Locale;
import org.comity.proof.form.NormalForm;

/** Compares names of people as a reader does: without case, accents, marks and spaces. */
final class PersonName {

    private PersonName() {}

    /** A name without letters is nobody's. */
    static boolean same(String one, String other) {
        var folded = fold(one);
        return !folded.isEmpty() && folded.equals(fold(other));
    }

    private static String fold(String name) {
        return NormalForm.of(name, Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
