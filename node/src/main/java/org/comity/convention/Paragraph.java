package org.comity.convention;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph of an article, in our words.
 *
 * @param ref as lawyers cite it, e.g. {@code 42(3)(a)}
 * @param source where it was read, or the model provision it follows
 * @param floorDays the fewest days that a period under this paragraph may have; null where it sets none
 */
public record Paragraph(String ref, Wording text, Mark mark, String source, @Nullable Integer floorDays) {}
