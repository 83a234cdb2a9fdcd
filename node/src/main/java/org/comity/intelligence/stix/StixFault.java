package org.comity.intelligence.stix;

import org.comity.vocabulary.CutText;

/**
 * One thing that is wrong with an object of a bundle.
 *
 * @param object its id, or its place where it has none that can be named
 * @param what key of the words that say it: {@code intelligence.fault.<what>}
 * @param place property that is at fault, as a JSON pointer; empty: the object itself
 * @param detail what fills the words' gap; may be empty
 */
public record StixFault(String object, String what, String place, String detail) {

    private static final int LONGEST = 200;

    public StixFault {
        object = CutText.to(object, LONGEST);
        place = CutText.to(place, LONGEST);
        detail = CutText.to(detail, LONGEST);
    }
}
