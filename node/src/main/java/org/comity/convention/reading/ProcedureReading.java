package org.comity.convention.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Field;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.convention.ProcedureLaw.Period;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.vocabulary.Role;

/** Reads the law of a procedure; marks come from the paragraphs cited. */
record ProcedureReading(String edition, Articles articles) {

    ProcedureLaw read(Piece piece) {
        piece.only("procedure", "article", "fields", "grounds", "not-grounds", "periods", "duties");
        var article = articles.article(piece, "article", piece.text("article"));
        var fields = all(piece, "fields", "letter", this::field);
        all(piece, "fields", "key", it -> it);
        var periods = all(piece, "periods", "key", this::period);
        if (periods.stream().noneMatch(it -> it.key().equals("minimum"))) {
            throw piece.fault("the period \"minimum\" is missing");
        }
        return new ProcedureLaw(
                piece.text("procedure"),
                edition,
                article.number(),
                fields,
                all(piece, "grounds", "code", this::ground),
                all(piece, "not-grounds", "key", this::provision),
                periods,
                all(piece, "duties", "key", this::provision));
    }

    /** Each item read, none of them twice. */
    private static <T> List<T> all(Piece piece, String list, String unique, Function<Piece, T> reading) {
        var seen = new HashSet<String>();
        return piece.list(list).stream()
                .map(item -> {
                    if (!seen.add(item.text(unique))) {
                        throw item.fault("%s \"%s\" stands in %s twice".formatted(unique, item.text(unique), list));
                    }
                    return reading.apply(item);
                })
                .toList();
    }

    private Field field(Piece piece) {
        piece.only("letter", "key", "need", "ref", "label", "hint");
        var key = piece.at("key");
        var cited = articles.cited(piece);
        return new Field(
                piece.text("letter"),
                FieldKey.of(key.text()).orElseThrow(() -> key.fault("field \"%s\" is not known".formatted(key.text()))),
                piece.at("need").word(ProcedureLaw.Need.class),
                cited.ref(),
                piece.at("label").wordingOnly(),
                piece.at("hint").wordingOnly(),
                cited.mark());
    }

    private Ground ground(Piece piece) {
        piece.onlyWith(Set.of("code", "ref", "reservation"));
        var cited = articles.cited(piece);
        boolean reservation = piece.find("reservation").map(Piece::flag).orElse(false);
        return new Ground(code(piece, "code"), cited.ref(), reservation, piece.wording(), cited.mark());
    }

    private Period period(Piece piece) {
        piece.onlyWith(Set.of("key", "ref", "days"));
        var cited = articles.cited(piece);
        int days = piece.at("days").number();
        var floor = cited.floorDays();
        if (piece.text("key").equals("minimum") && floor == null) {
            throw piece.fault("paragraph %s sets no floor for a minimum".formatted(cited.ref()));
        }
        if (days < (floor == null ? 1 : floor)) {
            throw piece.at("days")
                    .fault("%d days are fewer than the %d of %s"
                            .formatted(days, floor == null ? 1 : floor, cited.ref()));
        }
        return new Period(code(piece, "key"), cited.ref(), days, piece.wording(), cited.mark());
    }

    private Provision provision(Piece piece) {
        piece.onlyWith(Set.of("key", "ref", "who"));
        var cited = articles.cited(piece);
        return new Provision(
                code(piece, "key"), cited.ref(), piece.at("who").word(Role.class), piece.wording(), cited.mark());
    }

    /** Codes are stable names: they stand in acts and messages. */
    private static String code(Piece piece, String key) {
        var code = piece.text(key);
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            throw piece.at(key).fault("\"%s\" is not a code such as essential-interests".formatted(code));
        }
        return code;
    }
}
