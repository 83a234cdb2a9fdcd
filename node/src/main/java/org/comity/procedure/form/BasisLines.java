package org.comity.procedure.form;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** How a basis reads that the requesting State named itself, in an act and in a letter. */
public record BasisLines(Words words, Language language) {

    /** Under which instrument a request stands; a basis that the State names itself stands first, by its name. */
    public List<String> of(OtherBasis basis, Convention convention, ProcedureLaw law, String named) {
        return Stream.concat(
                        of(basis).stream(),
                        Stream.of(convention
                                .instrument(law.edition())
                                .map(it -> it.name().in(language.tag()))
                                .orElse(named)))
                .toList();
    }

    /** The label of an emergency's reason, with the paragraph that says what one is, where the instrument has one. */
    public String emergency(ProcedureLaw law) {
        return law.duty("emergency")
                .map(it -> words.say(language, "basis.emergency.article", "ref", it.ref()))
                .orElseGet(() -> words.say(language, "basis.emergency"));
    }

    /** Empty where none is named. */
    public List<String> of(OtherBasis basis) {
        if (basis.empty()) {
            return List.of();
        }
        return Stream.of(
                        basis.title(),
                        basis.article().isEmpty()
                                ? ""
                                : words.say(language, "basis.article", "article", basis.article()),
                        OtherBasis.KINDS.contains(basis.kind())
                                ? words.say(language, "basis.kind." + basis.kind())
                                : basis.kind(),
                        words.say(language, "basis.note"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
