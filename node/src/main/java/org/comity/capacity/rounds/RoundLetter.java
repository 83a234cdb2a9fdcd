package org.comity.capacity.rounds;

import java.util.List;
import org.comity.ui.Language;

/** Holds what a State with neither node nor seat is to read on paper of a round, in its language. */
public record RoundLetter(String need, Language language, String head, List<String> lines) {

    public RoundLetter {
        lines = List.copyOf(lines);
    }
}
