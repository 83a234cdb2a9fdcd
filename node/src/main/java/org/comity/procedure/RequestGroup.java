package org.comity.procedure;

import java.util.Locale;

/** Groups what one State may ask of another, so that an officer finds it by what is needed; in the order in which they are shown. */
public enum RequestGroup {
    DATA,
    EVIDENCE,
    PERSONS,
    ASSETS,
    POLICE,
    EXCHANGE,
    CAPACITY;

    /** As files and messages ({@code compose.group.<word>}) have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
