package org.comity.notification;

import java.util.List;
import org.comity.ui.Language;

/**
 * A digest as its reader reads it, in words of the reader's language.
 *
 * @param practice said first on a practice node; empty on a real one
 * @param more said where there is more than the mail tells; empty where not
 * @param answering said before the address by which something is answered
 * @param foot what is not in it, and how to change or stop it, each with its address
 */
public record DigestMailView(
        Language language,
        String practice,
        String heading,
        List<Line> lines,
        String more,
        List<Foot> foot,
        String answering) {

    /**
     * @param about label, speaker and day
     * @param answer address by which it is answered, once; empty where none is
     */
    public record Line(String title, String about, String language, String words, String link, String answer) {}

    public record Foot(String words, String link) {}
}
