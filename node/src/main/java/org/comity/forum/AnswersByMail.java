package org.comity.forum;

import java.util.Optional;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;

/** Lets an official answer in a room by mail: where label and room allow it, and in the words that the official was shown. */
public interface AnswersByMail {

    /** Where an answer to this contribution would stand; empty where none of this official may come by mail now. */
    Optional<Place> place(Official by, long post);

    /** What keeps these words from standing there: {@code empty}, {@code long} or {@code warned}; empty if nothing does. */
    String problem(Place place, String text);

    /** @return the contribution */
    long say(Official by, Place place, String text);

    /**
     * @param title of the topic
     * @param light that the answer will bear: as narrow as what it answers
     * @param language of the topic, and of the answer as far as anybody knows
     */
    record Place(long topic, String roomTitle, String title, TrafficLight light, String language) {}
}
