package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** A row of a facts list; shown only if it has a value. Text is escaped, {@link Safe} stays HTML. */
public record Fact(String term, @Nullable Safe value) {

    public static Fact of(String term, @Nullable String text) {
        return new Fact(term, text == null || text.isBlank() ? null : Safe.text(text));
    }
}
