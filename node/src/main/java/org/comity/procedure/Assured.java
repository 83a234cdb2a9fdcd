package org.comity.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.procedure.form.BodyFields;
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
        return new BodyFields(body)
                .maps(key).stream()
                        .map(BodyFields::new)
                        .filter(it -> !it.text(KIND).isEmpty())
                        .map(Assured::of)
                        .toList();
    }

    private static Assured of(BodyFields row) {
        var until = row.day("until");
        var said = row.json().get("until");
        boolean unread = until == null && said != null && !(said instanceof String text && text.isBlank());
        return new Assured(row.text(KIND), row.text("words"), row.text("by"), row.text("form"), until, unread);
    }

    /** Does it hold on this day? The last day counts. */
    public boolean holdsOn(LocalDate day) {
        return !unread && (until == null || !day.isAfter(until));
    }
}
