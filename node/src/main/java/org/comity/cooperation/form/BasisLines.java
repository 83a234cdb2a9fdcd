package org.comity.cooperation.form;

import java.util.List;
import java.util.stream.Stream;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** How a basis reads that the requesting State named itself, in an act and in a letter. */
public record BasisLines(Words words, Language language) {

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
