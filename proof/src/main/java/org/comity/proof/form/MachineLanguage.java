package org.comity.proof.form;

import java.util.Locale;

/**
 * Keeps the language of the machine out of what a program writes. Java's {@code format} takes its digits, and the marks between
 * them, from there: on a machine set to Egypt's or Nepal's language no
 * reference would have the digits 0 to 9.
 */
public final class MachineLanguage {

    private MachineLanguage() {}

    /** To be called first by each {@code main}. Pages, letters and lists say by themselves in which language they are. */
    public static void ignore() {
        Locale.setDefault(Locale.ENGLISH);
    }
}
