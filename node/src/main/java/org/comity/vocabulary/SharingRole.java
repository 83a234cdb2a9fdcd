package org.comity.vocabulary;

import java.util.Locale;

/** Says as what somebody reads something that bears a {@link TrafficLight}; one person may have several of these. */
public enum SharingRole {
    /** Nobody signed in. */
    PUBLIC,
    /** A person or node of an admitted participant that is not in the room. */
    PARTICIPANT,
    /** A participant that a member brought since it must know: the member's client. */
    OBSERVER,
    /** A person or node of a participant that is a member of the room. */
    MEMBER,
    /** A person who is named for the room, and not only the participant. */
    NAMED,
    /** Whose words they are. */
    AUTHOR,
    /** One of those who moderate the room. */
    MODERATOR,
    /** Whoever runs the machine. */
    ADMINISTRATOR;

    /** As the table of the documentation writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
