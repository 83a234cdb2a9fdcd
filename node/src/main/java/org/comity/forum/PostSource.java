package org.comity.forum;

/** How a contribution came: by an act of the speaker's own node, or on a page of this one. */
public enum PostSource {
    NODE,
    PAGE
}
