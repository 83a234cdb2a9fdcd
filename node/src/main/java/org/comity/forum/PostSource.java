package org.comity.forum;

/** How a contribution came: by an act of the speaker's own node, on a page of this one, or by mail to it. */
public enum PostSource {
    NODE,
    PAGE,
    MAIL
}
