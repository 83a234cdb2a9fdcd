package org.comity.capacity.rounds;

import org.comity.board.BoardSubjects;
import org.comity.vocabulary.StateParty;

/**
 * One need that stands on the list.
 *
 * @param author its id in the directory
 * @param acts what was said of it
 */
record ListedNeed(String reference, String author, ActsOfHelp acts) {

    /** That has it. */
    String state() {
        return StateParty.codeOf(author);
    }

    /** By which boards name it. */
    String subject() {
        return BoardSubjects.of(author, reference);
    }
}
