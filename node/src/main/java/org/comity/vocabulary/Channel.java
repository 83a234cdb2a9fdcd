package org.comity.vocabulary;

/** Names how something was said between two States. */
public enum Channel {
    NODE,
    MAIL,
    PHONE,
    BAG,
    INTERPOL,
    HAND,
    /** A person of an authority without a node, on the node of the other. */
    SEAT
}
