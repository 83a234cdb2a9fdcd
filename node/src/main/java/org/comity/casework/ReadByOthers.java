package org.comity.casework;

import org.comity.directory.Participant;
import org.comity.ui.Language;

/** Chooses the language in which this program writes to another participant, in an act and in the words that it puts into one. */
public final class ReadByOthers {

    private ReadByOthers() {}

    /** English where its entry has it, else the first that is there. */
    public static Language language(Participant other) {
        return other.languages().isEmpty() || other.languages().contains(Language.ENGLISH.tag())
                ? Language.ENGLISH
                : Language.of(other.languages().getFirst()).orElse(Language.ENGLISH);
    }
}
