package org.comity.casework.articles;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.Wording;

/** Finds which fields, grounds, periods and duties of our procedures rest on which paragraph. */
record ParagraphUses(List<ParagraphUse> all) {

    static ParagraphUses of(Convention convention, Instrument instrument) {
        return new ParagraphUses(convention.laws().stream()
                .filter(law -> law.edition().equals(instrument.edition()))
                .flatMap(law -> of(instrument.id(), law))
                .toList());
    }

    List<ParagraphUse> restingOn(String ref) {
        return all.stream().filter(use -> use.ref().equals(ref)).toList();
    }

    /** Of any paragraph of the article. */
    boolean restOnArticle(String number, String procedure) {
        return all.stream()
                .anyMatch(use -> use.procedure().equals(procedure)
                        && (use.ref().equals(number) || use.ref().startsWith(number + "(")));
    }

    List<String> procedures() {
        return all.stream().map(ParagraphUse::procedure).distinct().toList();
    }

    private static Stream<ParagraphUse> of(String instrument, ProcedureLaw law) {
        var name = law.procedure();
        return Stream.of(
                        law.fields().stream().map(it -> field(instrument, name, it)),
                        law.scopes().stream().map(it -> use("scope", instrument, name, it.ref(), it.code(), it.text())),
                        law.grounds().stream()
                                .map(it -> use(
                                        it.reservation() ? "reservation" : "ground",
                                        instrument,
                                        name,
                                        it.ref(),
                                        it.code(),
                                        it.text())),
                        law.postponements().stream()
                                .map(it -> use("postponement", instrument, name, it.ref(), it.code(), it.text())),
                        law.notGrounds().stream()
                                .map(it -> use("not-ground", instrument, name, it.ref(), it.key(), it.text())),
                        law.periods().stream()
                                .map(it -> use("period", instrument, name, it.ref(), it.key(), it.text())),
                        law.duties().stream().map(it -> use("duty", instrument, name, it.ref(), it.key(), it.text())))
                .flatMap(it -> it);
    }

    /** A field that the article's own list does not have bears no letter. */
    private static ParagraphUse field(String instrument, String procedure, ProcedureLaw.Field field) {
        var part = instrument + "-field-" + field.id();
        return new ParagraphUse(
                field.letter().isEmpty() ? "further" : "field",
                procedure,
                field.ref(),
                part,
                field.id(),
                field.label());
    }

    private static ParagraphUse use(
            String kind, String instrument, String procedure, String ref, String detail, Wording words) {
        return new ParagraphUse(kind, procedure, ref, instrument + "-" + kind + "-" + detail, detail, words);
    }
}
