package org.comity.conference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says with whose voice somebody speaks: a State has one, whichever of its authorities wrote; another body has its own. */
public interface Voices {

    /**
     * @param code of the State, or the id of an organisation or another body
     * @param state also of an organisation that stands in the table of the treaty, which speaks as States do
     */
    record Voice(String code, String name, boolean state) {}

    /**
     * The voice of a code or a participant's id as typed; an authority of a State speaks for its State. A State need not be in this
     * network, nor an organisation of which the table of the treaty says something; another body is in the directory, or was
     * admitted as an observer. Empty for what is neither, and for the
     * Secretariat, which has no voice. In a practice network whatever is made up may speak.
     */
    Optional<Voice> of(String typed, String language);

    /** States in the order of their names in this language, then the other bodies. */
    List<Voice> known(String language);

    /** The order of the depositary, then those of whom nothing is recorded, by their codes; never a ranking. */
    Comparator<String> order();

    /** As the directory names it in this language; the code itself if nobody does. */
    String name(String code, String language);
}
