package org.comity.convention.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.convention.Offence;

/** Reads offences by elements; one without an element, or without conduct, is refused. */
record OffenceReading(ArticleIndex articles) {

    List<Offence> read(LawNode file) {
        var seen = new HashSet<String>();
        return file.items().stream()
                .map(piece -> {
                    var offence = offence(piece);
                    if (!seen.add(offence.article())) {
                        throw piece.fault("the offence of article %s stands here twice".formatted(offence.article()));
                    }
                    return offence;
                })
                .toList();
    }

    private Offence offence(LawNode piece) {
        piece.only("article", "elements", "variations");
        var article = articles.article(piece.at("article"), piece.text("article"));
        var elements = piece.list("elements").stream().map(this::element).toList();
        if (elements.stream().noneMatch(it -> it.kind() == Offence.Kind.CONDUCT)) {
            throw piece.fault("the offence of article %s has no element of conduct".formatted(article.number()));
        }
        var keys = new HashSet<String>();
        var variations =
                piece.list("variations").stream().map(it -> variation(it, keys)).toList();
        return new Offence(article.number(), article.title(), elements, variations);
    }

    private Offence.Element element(LawNode piece) {
        piece.onlyWith(Set.of("kind", "ref"));
        var cited = articles.cited(piece);
        return new Offence.Element(
                piece.at("kind").word(Offence.Kind.class), cited.ref(), piece.wording(), cited.mark());
    }

    private Offence.Variation variation(LawNode piece, Set<String> keys) {
        piece.onlyWith(Set.of("key", "ref"));
        var cited = articles.cited(piece);
        var key = piece.text("key");
        if (!keys.add(key)) {
            throw piece.fault("variation \"%s\" stands here twice".formatted(key));
        }
        return new Offence.Variation(key, cited.ref(), piece.wording(), cited.mark());
    }
}
