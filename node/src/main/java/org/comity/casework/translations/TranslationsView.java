package org.comity.casework.translations;

import java.util.List;
import org.comity.casework.translations.DocumentTranslation.State;
import org.comity.procedure.Draft;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;

/**
 * The documents of one act and how their translations stand.
 *
 * @param open the act was neither thrown away nor recalled, and what is recorded can change
 * @param files that go with it: each can be translated, and be the translation of another document
 * @param typed what did not pass
 */
public record TranslationsView(
        Draft draft,
        List<Line> lines,
        boolean open,
        List<Choice> languages,
        List<Choice> files,
        TypedTranslation typed,
        FormProblems problems) {

    public record Line(DocumentTranslation translation, State state) {}
}
