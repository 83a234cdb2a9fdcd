package org.comity.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds one assurance that an act gives or asks for, as the fields in common.yaml have it.
 *
 * @param kind of the catalogue there; one from elsewhere may be unknown to us
 * @param words what is assured, or shall be
 * @param by who gives it: office and function; may be empty where it is asked
 * @param form in which it is given; may be empty
 * @param until its last day, or null
 * @param unread a last day is said that is none: nobody knows until when it holds
 */
public record Assured(
        String kind,
        String words,
        String by,
        String form,
        @Nullable LocalDate until,
        boolean unread) {

    /** The field of an act that gives some. */
    public static final String GIVEN = "assurances";

    /** The field of an act that asks for some. */
    public static final String ASKED = "assurancesAsked";

    /** The column that says which of the catalogue it is. */
    public static final String KIND = "kind";

    /** Whose last day, if any, is a day. */
    public Assured(String kind, String words, String by, String form, @Nullable LocalDate until) {
        this(kind, words, by, form, until, false);
    }

    /** What stands there; whether the act gives it says {@link ActWriting#assured}. */
    public static List<Assured> given(Map<String, Object> body) {
        return of(body, GIVEN);
    }

    public static List<Assured> asked(Map<String, Object> body) {
        return of(body, ASKED);
    }

    private static List<Assured> of(Map<String, Object> body, String key) {
        if (!(body.get(key) instanceof List<?> rows)) return List.of();
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(it -> of((Map<?, ?>) it))
                .filter(it -> !it.kind().isEmpty())
                .toList();
    }

    private static Assured of(Map<?, ?> row) {
        var said = row.get("until");
        @Nullable LocalDate until = day(text(row, "until"));
        boolean unread = until == null && said != null && !(said instanceof String text && text.isBlank());
        return new Assured(text(row, KIND), text(row, "words"), text(row, "by"), text(row, "form"), until, unread);
    }

    private static String text(Map<?, ?> row, String key) {
        return row.get(key) instanceof String text ? text.strip() : "";
    }

    private static @Nullable LocalDate day(String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Does it hold on this day? The last day counts. */
    public boolean holdsOn(LocalDate day) {
        return !unread && (until == null || !day.isAfter(until));
    }
}
