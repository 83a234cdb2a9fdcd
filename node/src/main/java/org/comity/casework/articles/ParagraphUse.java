package org.comity.casework.articles;

import org.comity.convention.Wording;

/**
 * Names something of ours that rests on a paragraph.
 *
 * @param kind names the message {@code articles.use.<kind>}
 * @param procedure names the message {@code <procedure>.name}
 * @param part its anchor on the procedure's page
 * @param detail its letter, code or key
 */
public record ParagraphUse(String kind, String procedure, String ref, String part, String detail, Wording words) {}
