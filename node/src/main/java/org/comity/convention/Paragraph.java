package org.comity.convention;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph of an article, in our words.
 *
 * @param ref as lawyers cite it, e.g. {@code 42(3)(a)}
 * @param source where it was read; null only for a recalled text
 * @param model the provision of another treaty that a recalled text follows, e.g. {@code Budapest 29(7)}
 * @param floorDays the fewest days that a period under this paragraph may have; null where it sets none
 */
public record Paragraph(
        String ref,
        Wording text,
        Mark mark,
        @Nullable Wording source,
        @Nullable String model,
        @Nullable Integer floorDays) {}
