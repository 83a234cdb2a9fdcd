package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** One option of a select, radios or check boxes; words are already in the reader's language. */
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
