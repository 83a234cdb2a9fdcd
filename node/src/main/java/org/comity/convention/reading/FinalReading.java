package org.comity.convention.reading;

import java.util.HashSet;
import java.util.List;
import org.comity.convention.FinalProvisions;
import org.comity.convention.FinalProvisions.Kind;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.convention.FinalProvisions.Term;
import org.comity.convention.FinalProvisions.When;

/** Reads what an edition's final provisions count, and what a State tells the depositary; each cites its paragraph. */
record FinalReading(ArticleIndex articles) {

    FinalProvisions read(LawNode piece) {
        piece.only("terms", "notices");
        var terms = piece.list("terms").stream().map(this::term).toList();
        var notices = piece.list("notices").stream().map(this::notice).toList();
        once(piece, terms.stream().map(Term::key).toList());
        once(piece, notices.stream().map(Notice::key).toList());
        return new FinalProvisions(terms, notices);
    }

    private Term term(LawNode piece) {
        piece.only("key", "ref", "days", "years", "from-force", "from", "until", "text");
        var paragraph = articles.paragraphAt(piece.at("ref"));
        if (!piece.has("days") && !piece.has("years") && !piece.has("until")) {
            throw piece.fault("a term needs days, years or a day");
        }
        return new Term(
                piece.text("key"),
                paragraph.ref(),
                piece.find("days").map(LawNode::number).orElse(0),
                piece.find("years").map(LawNode::number).orElse(0),
                piece.find("from-force").map(LawNode::flag).orElse(false),
                piece.find("from").map(LawNode::day).orElse(null),
                piece.find("until").map(LawNode::day).orElse(null),
                piece.at("text").wordingOnly());
    }

    private Notice notice(LawNode piece) {
        piece.only("key", "ref", "when", "again", "choice", "kind", "on", "from", "title", "words");
        var ref = articles.paragraphAt(piece.at("ref")).ref();
        boolean choice = piece.find("choice").map(LawNode::flag).orElse(false);
        return new Notice(
                piece.text("key"),
                ref,
                piece.at("when").word(When.class),
                piece.find("again").map(LawNode::flag).orElse(false),
                choice,
                piece.find("kind").map(it -> it.word(Kind.class)).orElse(choice ? Kind.DECLARATION : Kind.NOTIFICATION),
                piece.find("on").map(it -> articles.paragraphAt(it).ref()).orElse(ref),
                piece.list("from").stream().map(LawNode::text).toList(),
                piece.at("title").wordingOnly(),
                piece.at("words").wordingOnly());
    }

    private static void once(LawNode piece, List<String> keys) {
        if (new HashSet<>(keys).size() != keys.size()) {
            throw piece.fault("a key stands here twice");
        }
    }
}
