package org.comity.convention.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Article;
import org.comity.convention.Mark;
import org.comity.convention.Paragraph;
import org.comity.convention.Wording;
import org.jspecify.annotations.Nullable;

/** Finds the articles of one edition as they are read; what cites them is checked against them. */
final class ArticleIndex {

    private static final Set<String> ARTICLE =
            Set.of("article", "title", "brief", "mark", "source", "paragraphs", "whole");
    private static final Set<String> PARAGRAPH = Set.of("ref", "mark", "source", "model", "floor-days");

    /** What an item of a form cites: nothing. */
    private static final Paragraph NONE = new Paragraph("", new Wording(Map.of()), Mark.FORM, null, null, null);

    private static final Article NO_ARTICLE =
            new Article("", "", new Wording(Map.of()), new Wording(Map.of()), Mark.FORM, null, List.of(), true);

    private final Map<String, Wording> sources;
    private final boolean form;
    private final @Nullable Wording read;
    private final Map<String, Article> byNumber = new LinkedHashMap<>();
    private final Map<String, Paragraph> byRef = new LinkedHashMap<>();

    /** @param read where all was read that bears no mark; null where everything must bear one */
    ArticleIndex(Map<String, Wording> sources, @Nullable Wording read) {
        this(sources, read, false);
    }

    private ArticleIndex(Map<String, Wording> sources, @Nullable Wording read, boolean form) {
        this.sources = sources;
        this.read = read;
        this.form = form;
    }

    /** Of a form, which has none and whose items cite none. */
    static ArticleIndex none() {
        return new ArticleIndex(Map.of(), null, true);
    }

    boolean form() {
        return form;
    }

    /** Where all was read that bears no mark. */
    @Nullable
    Wording readIn() {
        return read;
    }

    List<Article> all() {
        return List.copyOf(byNumber.values());
    }

    Optional<Article> article(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<Paragraph> paragraph(String ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    void read(LawNode chapter, String number) {
        chapter.items().forEach(piece -> read(number, piece));
    }

    private void read(String chapter, LawNode piece) {
        piece.only(ARTICLE.toArray(String[]::new));
        var number = piece.text("article");
        if (!number.matches("[1-9][0-9]{0,2}")) {
            throw piece.fault("\"%s\" is not the number of an article".formatted(number));
        }
        var paragraphs = new ArrayList<Paragraph>();
        piece.list("paragraphs").forEach(it -> paragraphs.add(paragraph(number, it)));
        var mark = mark(piece);
        var article = new Article(
                number,
                chapter,
                piece.at("title").wordingOnly(),
                piece.at("brief").wordingOnly(),
                mark,
                source(piece, mark),
                paragraphs,
                piece.find("whole").map(LawNode::flag).orElse(true));
        if (byNumber.put(number, article) != null) {
            throw piece.fault("article %s stands here twice".formatted(number));
        }
    }

    private Paragraph paragraph(String article, LawNode piece) {
        piece.onlyWith(PARAGRAPH);
        var ref = piece.text("ref");
        if (!ref.matches(article + "(\\([0-9a-z]{1,5}\\))*")) {
            throw piece.at("ref").fault("%s does not belong to article %s".formatted(ref, article));
        }
        var mark = mark(piece);
        var floor = piece.find("floor-days").map(LawNode::number).orElse(null);
        var paragraph = new Paragraph(ref, piece.wording(), mark, source(piece, mark), model(piece), floor);
        if (byRef.put(ref, paragraph) != null) {
            throw piece.fault("paragraph %s stands here twice".formatted(ref));
        }
        return paragraph;
    }

    private static @Nullable String model(LawNode piece) {
        var model = piece.textOrNull("model");
        if (model != null && !model.matches("(Budapest|UNCAC) [0-9]{1,3}(\\([0-9a-z]{1,5}\\))*")) {
            throw piece.at("model").fault("\"%s\" is not a provision such as Budapest 29(7)".formatted(model));
        }
        return model;
    }

    private Mark mark(LawNode piece) {
        if (read != null && !piece.has("mark")) {
            return Mark.CONFIRMED;
        }
        var mark = piece.at("mark").word(Mark.class);
        if (mark == Mark.FORM) {
            throw piece.at("mark").fault("\"form\" is no mark of a treaty's text");
        }
        return mark;
    }

    private @Nullable Wording source(LawNode piece, Mark mark) {
        var named = piece.find("source");
        if (named.isEmpty()) {
            if (read != null && !piece.has("mark")) {
                return read;
            }
            if (mark == Mark.CONFIRMED) {
                throw piece.fault("confirmed, but \"source\" does not say where it was read");
            }
            return null;
        }
        var source = sources.get(named.get().text());
        if (source == null) {
            throw named.get()
                    .fault("source \"%s\" is not in instrument.yaml"
                            .formatted(named.get().text()));
        }
        return source;
    }

    /** The paragraph that this piece cites under {@code ref}; none where it says that it is our practice. */
    Paragraph cited(LawNode piece) {
        if (form) {
            piece.find("ref").ifPresent(ref -> {
                throw ref.fault("a form cites no paragraph");
            });
            return NONE;
        }
        if (piece.find("practice").map(LawNode::flag).orElse(false)) {
            piece.find("ref").ifPresent(ref -> {
                throw ref.fault("practice rests on no paragraph");
            });
            return NONE;
        }
        return paragraphAt(piece.at("ref"));
    }

    /** The paragraph that stands here. */
    Paragraph paragraphAt(LawNode named) {
        var ref = named.text();
        article(named, ref.split("\\(", 2)[0]);
        return paragraph(ref).orElseThrow(() -> named.fault("paragraph %s is not in the data".formatted(ref)));
    }

    /** The paragraph on which each kind of assurance rests that this piece names; empty where it says none. */
    Map<String, String> assurances(LawNode piece) {
        var rests = new LinkedHashMap<String, String>();
        piece.find("assurances")
                .ifPresent(all -> all.entries()
                        .forEach((kind, ref) -> rests.put(
                                kind,
                                ref.text().equals("none")
                                        ? ""
                                        : paragraphAt(ref).ref())));
        return rests;
    }

    /** The article that a procedure's file is about; a form names none. */
    Article about(LawNode piece) {
        if (!form) {
            return article(piece.at("article"), piece.text("article"));
        }
        piece.find("article").ifPresent(it -> {
            throw it.fault("a form is about no article");
        });
        return NO_ARTICLE;
    }

    /** The article that this piece is about. */
    Article article(LawNode named, String number) {
        return article(number).orElseThrow(() -> named.fault("article %s is not in the data".formatted(number)));
    }
}
