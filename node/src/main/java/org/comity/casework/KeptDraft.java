package org.comity.casework;

import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.ui.Words;

/**
 * Answers a page that saves by itself.
 *
 * @param draft its id; empty while there is none, because something is missing that it cannot do without
 * @param version of the next save
 * @param said one line for the page, in the reader's language
 */
public record KeptDraft(String draft, long version, String said) {

    public static KeptDraft of(Draft draft, Words words, Language language) {
        return of(draft.id(), draft.version(), words, language);
    }

    public static KeptDraft of(String draft, long version, Words words, Language language) {
        return new KeptDraft(draft, version, words.say(language, "saving.saved"));
    }
}
