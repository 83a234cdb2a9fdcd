package org.comity.conference.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How far those who write a text have come with a paragraph; each is recorded by a person, none follows from comments. */
public enum ParagraphStatus {
    OPEN,
    BRACKETED,
    AD_REFERENDUM,
    AGREED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ParagraphStatus> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** Its words stand, until somebody opens it again with a reason. */
    public boolean stands() {
        return this == AD_REFERENDUM || this == AGREED;
    }

    /** Of the whole: no further than the paragraph that is least far; in brackets as soon as one is. */
    static ParagraphStatus ofWhole(Collection<ParagraphStatus> paragraphs) {
        if (paragraphs.isEmpty() || paragraphs.contains(OPEN)) return OPEN;
        if (paragraphs.contains(BRACKETED)) return BRACKETED;
        return paragraphs.contains(AD_REFERENDUM) ? AD_REFERENDUM : AGREED;
    }
}
