package org.comity.ui;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What somebody typed or pasted, as an act or a file may hold it. */
public final class TypedText {

    private TypedText() {}

    /** Composed characters, one kind of line end, no control characters, no lone surrogates; never null. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var whole = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("\\p{Cs}", "");
        return Normalizer.normalize(whole, Normalizer.Form.NFC).strip();
    }
}
