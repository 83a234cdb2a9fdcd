package org.comity.casework.articles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.NewRequests;
import org.comity.convention.Article;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.Offence;
import org.comity.convention.OfficialTexts;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.ui.Language;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of the articles show; the newest edition of each instrument. */
@Component
class ReadingArticles {

    private final Convention convention;
    private final Procedures procedures;
    private final OfficialTexts documents;
    private final NewRequests requests;

    ReadingArticles(Convention convention, Procedures procedures, OfficialTexts documents, NewRequests requests) {
        this.requests = requests;
        this.convention = convention;
        this.procedures = procedures;
        this.documents = documents;
    }

    Optional<ArticlesView> list(String id, String query) {
        return convention.newest(id).filter(it -> !it.form()).map(instrument -> {
            var sought = ArticleSearch.of(query);
            var fitting = convention.articles(instrument.edition()).stream()
                    .filter(sought::fits)
                    .toList();
            var chapters = instrument.chapters().stream()
                    .map(chapter -> new ArticlesView.Chapter(chapter, of(chapter, fitting)))
                    .filter(chapter -> !chapter.articles().isEmpty())
                    .toList();
            var offences = convention.offences(instrument.edition()).stream()
                    .map(Offence::article)
                    .collect(Collectors.toSet());
            return new ArticlesView(
                    instrument,
                    convention.standing(instrument),
                    newest().stream().filter(it -> !it.form()).toList(),
                    shown(query),
                    chapters,
                    fitting.size(),
                    offences,
                    ParagraphUses.of(convention, instrument).procedures());
        });
    }

    /** The anchor of what was cited exactly and is there. */
    Optional<Cited> cited(String id, String query) {
        var sought = ArticleSearch.of(query);
        return convention
                .newest(id)
                .map(Instrument::edition)
                .flatMap(edition -> sought.number()
                        .filter(number -> convention.article(edition, number).isPresent())
                        .map(number -> new Cited(
                                number,
                                sought.paragraph()
                                        .filter(ref -> convention
                                                .paragraph(edition, ref)
                                                .isPresent())
                                        .orElse(number))));
    }

    Optional<ArticleView> article(String id, String number, Language language) {
        return convention
                .newest(id)
                .flatMap(instrument -> convention
                        .article(instrument.edition(), number)
                        .map(article -> view(instrument, article, language)));
    }

    Optional<ProcedureView> procedure(String name) {
        var laws = newest().stream()
                .flatMap(instrument -> convention.law(name, instrument.edition()).stream()
                        .map(law -> new ProcedureView.Under(instrument, convention.standing(instrument), law)))
                .toList();
        return laws.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProcedureView(name, version(name), requests.offers(name), laws));
    }

    private @Nullable String version(String name) {
        return procedures.ofLaw(name).map(KnownProcedure::id).orElse(null);
    }

    private ArticleView view(Instrument instrument, Article article, Language language) {
        var uses = ParagraphUses.of(convention, instrument);
        var all = convention.articles(instrument.edition());
        int at = all.indexOf(article);
        return new ArticleView(
                instrument,
                convention.standing(instrument),
                article,
                chapter(instrument, article).title(),
                article.paragraphs().stream()
                        .map(it -> new ArticleView.Line(it, uses.restingOn(it.ref())))
                        .toList(),
                convention.offences(instrument.edition()).stream()
                        .filter(it -> it.article().equals(article.number()))
                        .findFirst()
                        .orElse(null),
                uses.procedures().stream()
                        .filter(it -> uses.restOnArticle(article.number(), it))
                        .toList(),
                at > 0 ? all.get(at - 1).number() : null,
                at + 1 < all.size() ? all.get(at + 1).number() : null,
                documents
                        .article(instrument.id(), article.number(), language.tag())
                        .orElse(null));
    }

    private List<Instrument> newest() {
        return convention.instruments().stream()
                .filter(it -> convention.newest(it.id()).filter(it::equals).isPresent())
                .toList();
    }

    private static String shown(String query) {
        return CutText.to(query.strip(), ArticleSearch.LONGEST);
    }

    private static List<Article> of(Instrument.Chapter chapter, List<Article> articles) {
        return articles.stream()
                .filter(it -> it.chapter().equals(chapter.number()))
                .toList();
    }

    private static Instrument.Chapter chapter(Instrument instrument, Article article) {
        return instrument.chapters().stream()
                .filter(it -> it.number().equals(article.chapter()))
                .findFirst()
                .orElseThrow();
    }

    record Cited(String number, String ref) {}
}
