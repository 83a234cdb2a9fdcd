package org.comity.sealing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finished documents: PDF/A-2u with PDF/UA tags, and DOCX, left to right or right to left. */
public interface Letters {

    byte[] pdf(Letter letter);

    byte[] docx(Letter letter);

    /**
     * @param letterhead lines at the head: State, authority, address
     * @param reference ours, read aloud
     * @param title the document's name
     * @param parts in order; one part a language
     * @param footer on every page, e.g. {@code The JSON governs. Act 4be1…}
     */
    record Letter(
            List<String> letterhead,
            String reference,
            String title,
            List<Part> parts,
            @Nullable String footer) {}

    /** One language's text. */
    record Part(Locale language, String heading, List<Section> sections) {}

    /** @param label e.g. {@code c. Data}; paragraphs are plain text, one line of text a paragraph */
    record Section(String label, List<String> paragraphs) {}
}
