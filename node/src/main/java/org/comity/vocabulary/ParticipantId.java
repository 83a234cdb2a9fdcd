package org.comity.vocabulary;

/** Recognises the id of a participant: its State, and the authority within it (D65 of the protocol). */
public final class ParticipantId {

    public static final String FORM = "[A-Z]{2}-[A-Za-z0-9]{1,20}";

    /** XA to XZ, which ISO 3166 leaves to its users, are made up. */
    public static final String MADE_UP = "X[A-Z]-[A-Za-z0-9]{1,20}";

    private ParticipantId() {}
}
