package org.comity.conference;

import org.comity.vocabulary.Official;

/**
 * Says whether the papers of the Conference are kept on this node, and by whom: sessions, texts and applications lie on the
 * Secretariat's node, and, where a network has none, on any.
 */
public interface ConferenceHost {

    boolean here();

    default boolean mayWrite(Official by) {
        return ConferenceDuty.mayWrite(by) && here();
    }

    /** @throws ConferenceRefused {@code conference.forbidden}, {@code conference.hosted-elsewhere} */
    default void mustWrite(Official by) {
        ConferenceDuty.mustWrite(by);
        if (!here()) throw ConferenceRefused.hostedElsewhere();
    }
}
