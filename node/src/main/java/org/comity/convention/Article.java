package org.comity.convention;

import java.util.List;

/**
 * An article of an instrument.
 *
 * @param number e.g. {@code 42}
 * @param chapter e.g. {@code V}
 * @param brief what it is about, one sentence in our words
 * @param mark of title and brief; each paragraph bears its own
 * @param paragraphs in the article's order; empty where we hold the title only
 */
public record Article(
        String number,
        String chapter,
        Wording title,
        Wording brief,
        Mark mark,
        String source,
        List<Paragraph> paragraphs) {

    public Article {
        paragraphs = List.copyOf(paragraphs);
    }
}
