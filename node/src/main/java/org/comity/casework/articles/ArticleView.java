package org.comity.casework.articles;

import java.util.List;
import org.comity.convention.Article;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Instrument;
import org.comity.convention.Offence;
import org.comity.convention.OfficialTexts.OfficialText;
import org.comity.convention.Paragraph;
import org.comity.convention.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One article.
 *
 * @param offence null where the article is none
 * @param procedures ours that rest on one of its paragraphs
 * @param official the words of the document that was loaded on this node; null where none was
 * @param previous number of the article before it; null before the first, {@code next} likewise
 */
public record ArticleView(
        Instrument instrument,
        ForceHere standing,
        Article article,
        Wording chapter,
        List<Line> lines,
        @Nullable Offence offence,
        List<String> procedures,
        @Nullable String previous,
        @Nullable String next,
        @Nullable OfficialText official) {

    /** A paragraph with what of ours rests on it. */
    public record Line(Paragraph paragraph, List<ParagraphUse> uses) {}
}
