package org.comity.convention.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.convention.Article;
import org.comity.convention.Paragraph;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Field;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.convention.ProcedureLaw.Period;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.convention.ProcedureLaw.Scope;
import org.comity.convention.Wording;
import org.comity.vocabulary.Role;

/**
 * Reads the law of a procedure; marks come from the paragraphs cited.
 *
 * @param offences whether the instrument has offences by elements
 * @param shared where an item stands that this file names by its key, or whose words it takes
 */
record ProcedureReading(String edition, ArticleIndex articles, boolean offences, SharedLaw shared) {

    private static final Set<String> BY_CODE = Set.of("scopes", "grounds", "postponements");

    ProcedureLaw read(LawNode piece) {
        piece.only(
                "procedure",
                "article",
                "fields",
                "scopes",
                "closed",
                "grounds",
                "postponements",
                "not-grounds",
                "periods",
                "duties",
                "assurances");
        var article = articles.about(piece);
        var fields = all(piece, "fields", "letter", this::field);
        all(piece, "fields", "key", it -> it);
        var scopes = all(piece, "scopes", "code", this::scope);
        if (!scopes.isEmpty() && fields.stream().noneMatch(it -> it.name().equals("scope"))) {
            throw piece.at("scopes").fault("there are scopes, but no field \"scope\" to state one");
        }
        var periods = all(piece, "periods", "key", this::period);
        if (setsFloor(article) && periods.stream().noneMatch(it -> it.key().equals("minimum"))) {
            throw piece.fault("the period \"minimum\" is missing");
        }
        var duties = all(piece, "duties", "key", this::provision);
        var law = new ProcedureLaw(
                piece.text("procedure"),
                edition,
                article.number(),
                fields,
                scopes,
                piece.find("closed").map(it -> articles.paragraphAt(it).ref()).orElse(""),
                all(piece, "grounds", "code", this::ground),
                all(piece, "postponements", "code", this::ground),
                all(piece, "not-grounds", "key", this::provision),
                periods,
                duties,
                articles.assurances(piece));
        consistent(piece, law);
        return law;
    }

    private static boolean setsFloor(Article article) {
        return article.paragraphs().stream().anyMatch(it -> it.floorDays() != null);
    }

    /** What one part of the law says of another. */
    private void consistent(LawNode piece, ProcedureLaw law) {
        if (consults(law) && law.duty("consult").isEmpty()) {
            throw piece.at("duties").fault("a ground says \"consult\", but the duty \"consult\" is missing");
        }
        for (var list : List.of("grounds", "postponements")) {
            items(piece, list).stream()
                    .filter(it -> it.text("code").equals("other"))
                    .findFirst()
                    .ifPresent(it -> {
                        throw it.at("code").fault("\"other\" is what a State says in its own words, not a ground");
                    });
        }
        items(piece, "grounds").stream()
                .filter(it ->
                        law.notGrounds().stream().anyMatch(not -> not.key().equals(it.text("code"))))
                .findFirst()
                .ifPresent(it -> {
                    throw it.at("code").fault("\"%s\" is also what may not be a ground".formatted(it.text("code")));
                });
    }

    private static boolean consults(ProcedureLaw law) {
        return Stream.concat(law.grounds().stream(), law.postponements().stream())
                .anyMatch(ProcedureLaw.Ground::consult);
    }

    /** Each item read, none of them twice; an item without the unique key is not compared. */
    private <T> List<T> all(LawNode piece, String list, String unique, Function<LawNode, T> reading) {
        var seen = new HashSet<String>();
        return items(piece, list).stream()
                .map(item -> {
                    if (item.has(unique) && !seen.add(item.text(unique))) {
                        throw item.fault("%s \"%s\" stands in %s twice".formatted(unique, item.text(unique), list));
                    }
                    return reading.apply(item);
                })
                .toList();
    }

    private List<LawNode> items(LawNode piece, String list) {
        var unique = BY_CODE.contains(list) ? "code" : "key";
        return piece.list(list).stream()
                .map(it -> shared.whole(piece, list, unique, it))
                .toList();
    }

    /** That the procedure asks such a field is seen when both are there: see the catalogue of procedures. */
    private Field field(LawNode piece) {
        piece.onlyWith(Set.of("letter", "key", "need", "ref", "practice", "label", "hint"));
        var cited = articles.cited(piece);
        return new Field(
                letter(piece, cited),
                name(piece.at("key")),
                piece.at("need").word(ProcedureLaw.Need.class),
                cited.ref(),
                piece.find("label").map(LawNode::wordingOnly).orElseGet(piece::wording),
                piece.find("hint").map(LawNode::wordingOnly).orElseGet(() -> new Wording(Map.of())),
                cited.mark());
    }

    private static String name(LawNode key) {
        if (!key.text().matches("[a-z][A-Za-z0-9]{0,39}")) {
            throw key.fault("\"%s\" is no key of letters and digits, the first one small".formatted(key.text()));
        }
        return key.text();
    }

    /** A letter is that of the paragraph cited, so that nobody looks for it in vain. */
    private static String letter(LawNode piece, Paragraph cited) {
        var letter = piece.textOrNull("letter");
        if (letter == null) {
            return "";
        }
        if (!cited.ref().endsWith("(" + letter + ")")) {
            throw piece.at("letter").fault("letter \"%s\" is not that of %s".formatted(letter, cited.ref()));
        }
        return letter;
    }

    private Scope scope(LawNode piece) {
        piece.onlyWith(Set.of("code", "ref", "offences", "least-months"));
        var cited = articles.cited(piece);
        boolean named = piece.find("offences").map(LawNode::flag).orElse(false);
        if (named && !offences) {
            throw piece.at("offences").fault("the instrument has no offences in the data");
        }
        var months = piece.find("least-months").map(LawNode::number).orElse(null);
        if (months != null && months < 1) {
            throw piece.at("least-months").fault("at least one month is needed");
        }
        return new Scope(code(piece, "code"), cited.ref(), named, months, piece.wording(), cited.mark());
    }

    private Ground ground(LawNode piece) {
        piece.onlyWith(Set.of("code", "ref", "practice", "reservation", "consult", "offences"));
        var cited = articles.cited(piece);
        boolean reservation = piece.find("reservation").map(LawNode::flag).orElse(false);
        boolean consult = piece.find("consult").map(LawNode::flag).orElse(false);
        boolean turns = piece.find("offences").map(LawNode::flag).orElse(false);
        return new Ground(code(piece, "code"), cited.ref(), reservation, consult, turns, piece.wording(), cited.mark());
    }

    private Period period(LawNode piece) {
        piece.onlyWith(Set.of("key", "ref", "days"));
        var cited = articles.cited(piece);
        int days = piece.at("days").number();
        var floor = cited.floorDays();
        if (piece.text("key").equals("minimum") && floor == null && !articles.form()) {
            throw piece.fault("paragraph %s sets no floor for a minimum".formatted(cited.ref()));
        }
        if (days < (floor == null ? 1 : floor)) {
            throw piece.at("days")
                    .fault("%d days are fewer than the %d of %s"
                            .formatted(days, floor == null ? 1 : floor, cited.ref()));
        }
        return new Period(code(piece, "key"), cited.ref(), days, piece.wording(), cited.mark());
    }

    private Provision provision(LawNode piece) {
        piece.onlyWith(Set.of("key", "ref", "who"));
        var cited = articles.cited(piece);
        return new Provision(code(piece, "key"), cited.ref(), role(piece.at("who")), piece.wording(), cited.mark());
    }

    private static Role role(LawNode who) {
        return Role.ofTwo(who.text()).orElseThrow(() -> who.fault("\"%s\" is not a known role".formatted(who.text())));
    }

    /** Codes are stable names: they stand in acts and messages. */
    private static String code(LawNode piece, String key) {
        var code = piece.text(key);
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            throw piece.at(key).fault("\"%s\" is not a code such as essential-interests".formatted(code));
        }
        return code;
    }
}
