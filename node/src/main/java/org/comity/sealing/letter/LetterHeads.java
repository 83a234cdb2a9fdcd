package org.comity.sealing.letter;

import org.comity.sealing.Letters.Head;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;

/** Writes the head of each part of a letter. */
final class LetterHeads {

    private LetterHeads() {}

    static Head of(Letter letter, Part part) {
        return part.head() == null ? new Head(letter.letterhead(), null) : part.head();
    }
}
