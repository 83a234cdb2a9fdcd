package org.comity.sealing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes finished documents: PDF/A-2u with PDF/UA tags, and DOCX, left to right or right to left. */
public interface Letters {

    byte[] pdf(Letter letter);

    byte[] docx(Letter letter);

    byte[] pdf(OfficialLetter letter);

    byte[] docx(OfficialLetter letter);

    /**
     * @param letterhead lines at the head of each part that has none of its own: State, authority, address
     * @param reference ours, read aloud
     * @param title the document's name
     * @param parts in order; one part a language
     * @param footer on every page, e.g. {@code The JSON governs. Act 4be1…}
     * @param drill every page says so
     */
    record Letter(
            List<String> letterhead,
            String reference,
            String title,
            List<Part> parts,
            @Nullable String footer,
            boolean drill) {

        public Letter(
                List<String> letterhead, String reference, String title, List<Part> parts, @Nullable String footer) {
            this(letterhead, reference, title, parts, footer, false);
        }
    }

    /**
     * One language's text.
     *
     * @param head its own head; null: the letter's lines
     */
    record Part(
            Locale language,
            String heading,
            List<Section> sections,
            @Nullable Head head) {

        public Part(Locale language, String heading, List<Section> sections) {
            this(language, heading, sections, null);
        }
    }

    /** @param image of the State or authority, above the lines; null: none */
    record Head(List<String> lines, @Nullable Image image) {}

    /**
     * @param mediaType {@code image/png} or {@code image/jpeg}
     * @param width in pixels; it is shown 18 mm high, or narrower where that would be wider than the page
     */
    record Image(String mediaType, byte[] content, int width, int height) {}

    /** @param label e.g. {@code c. Data}; paragraphs are plain text, one line of text a paragraph */
    record Section(String label, List<String> paragraphs) {}
}
