package org.comity.convention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of an instrument.
 *
 * @param number e.g. {@code 42}
 * @param chapter e.g. {@code V}
 * @param brief what it is about, one sentence in our words
 * @param mark of title and brief; each paragraph bears its own
 * @param source where title and brief were read; null only when recalled
 * @param paragraphs in the article's order; empty where we hold title and brief only
 * @param whole whether every paragraph of the article stands among them
 */
public record Article(
        String number,
        String chapter,
        Wording title,
        Wording brief,
        Mark mark,
        @Nullable Wording source,
        List<Paragraph> paragraphs,
        boolean whole) {

    public Article {
        paragraphs = List.copyOf(paragraphs);
    }
}
