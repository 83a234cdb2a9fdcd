package org.comity.conference.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are written here, newest first, and the form that opens one.
 *
 * @param elsewhere another node keeps the papers of the Conference
 */
public record TextsView(
        List<Line> lines, boolean mayWrite, boolean elsewhere, FormProblems problems, Map<String, String> typed) {

    public static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

    public record Line(
            KeptText text,
            int version,
            ParagraphStatus status,
            @Nullable LocalDate commentsUntil) {}

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
