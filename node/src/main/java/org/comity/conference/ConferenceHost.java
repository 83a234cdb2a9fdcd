package org.comity.conference;

/** Says whether sessions are kept on this node: on the Secretariat's, and, where a network has none, on any. */
public interface ConferenceHost {

    boolean here();

    /** @throws ConferenceRefused {@code conference.hosted-elsewhere} */
    default void mustBeHere() {
        if (!here()) throw ConferenceRefused.hostedElsewhere();
    }
}
