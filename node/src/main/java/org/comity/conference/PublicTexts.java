package org.comity.conference;

import java.time.LocalDate;
import java.util.List;

/** The texts that everybody may read, for the public site: the newest version of each, without what anybody said of it. */
public interface PublicTexts {

    /** Newest first. */
    List<PublicText> texts();

    /** @param status of the whole, e.g. {@code ad-referendum} */
    record PublicText(
            String key,
            String title,
            String language,
            int version,
            LocalDate day,
            String status,
            List<PublicParagraph> paragraphs) {}

    record PublicParagraph(int place, String words, String status) {}
}
