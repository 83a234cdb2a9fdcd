package org.comity.forum;

/** From where something was said. */
public enum PostSource {
    /** By an act of the author's own node, which keeps the proof. */
    NODE,
    /** By a person in a seat, on a page of this node. */
    SEAT,
    /** By an official of this node, on its pages. */
    OFFICE
}
