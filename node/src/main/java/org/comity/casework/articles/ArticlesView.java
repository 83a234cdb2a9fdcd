package org.comity.casework.articles;

import java.util.List;
import java.util.Set;
import org.comity.convention.Article;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Instrument;

/**
 * The list of an instrument's articles.
 *
 * @param query as the reader wrote it
 * @param chapters with the articles that fit; a chapter without one is left out
 * @param offences numbers of the articles that are offences
 * @param procedures ours that this instrument can govern
 */
public record ArticlesView(
        Instrument instrument,
        ForceHere standing,
        List<Instrument> instruments,
        String query,
        List<Chapter> chapters,
        int found,
        Set<String> offences,
        List<String> procedures) {

    public record Chapter(Instrument.Chapter chapter, List<Article> articles) {}
}
