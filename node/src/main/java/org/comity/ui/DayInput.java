package org.comity.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Chooses the kind of input that asks for a day. */
public final class DayInput {

    /** Browsers' date fields take years of six digits else, which no act can say. */
    public static final String LAST = "9999-12-31";

    private DayInput() {}

    /** A date field shows nothing of what is no day, so that what was typed elsewhere would seem lost: a text field then. */
    public static String type(@Nullable String value) {
        return value == null || value.isEmpty() || aDay(value) ? "date" : "text";
    }

    private static boolean aDay(String value) {
        try {
            return !LocalDate.parse(value).isAfter(LocalDate.parse(LAST));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
