package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** A row of a facts list; shown only if it has a value. Text is escaped, {@link SafeHtml} stays HTML. */
public record Fact(String term, @Nullable SafeHtml value) {

    public static Fact of(String term, @Nullable String text) {
        return new Fact(term, text == null || text.isBlank() ? null : SafeHtml.text(text));
    }
}
