package org.comity.casework.orders;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order as an officer typed it.
 *
 * @param data what is to be kept
 * @param keepUntil until when, as typed: a day or empty
 * @param mayTell the custodian may tell the user
 */
public record TypedOrder(
        String number, String court, String custodian, String data, String keepUntil, boolean mayTell, String reasons) {

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TEXT = 2000;

    static TypedOrder of(Map<String, String> form) {
        return new TypedOrder(
                text(form, "number"),
                text(form, "court"),
                text(form, "custodian"),
                text(form, "data"),
                text(form, "keepUntil"),
                form.containsKey("mayTell"),
                text(form, "reasons"));
    }

    /** A draft may lack anything; nothing may be too long. */
    FormProblems problems(Decision decision) {
        var found = FormProblems.NONE;
        if (decision == Decision.GRANTED && number.isEmpty()) {
            found = found.with("number", "orders.needed.number");
        }
        if (number.length() > LONGEST_LINE) {
            found = found.tooLong("number", "acts.needed.too-long", LONGEST_LINE, number);
        }
        if (court.length() > LONGEST_LINE) {
            found = found.tooLong("court", "acts.needed.too-long", LONGEST_LINE, court);
        }
        if (decision == Decision.GRANTED && data.isEmpty()) {
            found = found.with("data", "orders.needed.data");
        }
        if (!keepUntil.isEmpty() && day() == null) {
            found = found.with("keepUntil", "orders.needed.day");
        }
        if (decision == Decision.REFUSED && reasons.isEmpty()) {
            found = found.with("reasons", "orders.needed.reasons");
        }
        for (var text :
                Map.of("custodian", custodian, "data", data, "reasons", reasons).entrySet()) {
            if (text.getValue().length() > LONGEST_TEXT) {
                found = found.tooLong(text.getKey(), "acts.needed.too-long", LONGEST_TEXT, text.getValue());
            }
        }
        return found;
    }

    /** All of it stands on one line of the domestic file: told at the longest of its texts. */
    FormProblems shortenedBy(int beyond) {
        var longest = Stream.of("reasons", "data", "custodian")
                .max(Comparator.comparingInt(it -> text(it).length()))
                .orElseThrow();
        var said = text(longest);
        return FormProblems.NONE.tooLong(longest, "acts.needed.too-long", said.length() - beyond, said);
    }

    private String text(String field) {
        return switch (field) {
            case "data" -> data;
            case "custodian" -> custodian;
            default -> reasons;
        };
    }

    @Nullable
    LocalDate day() {
        return TypedText.day(keepUntil).orElse(null);
    }

    private static String text(Map<String, String> form, String key) {
        return TypedText.clean(form.get(key));
    }

    /** What is done with it. */
    enum Decision {
        DRAFT,
        GRANTED,
        REFUSED
    }
}
