package org.comity.vocabulary;

/** Says by which way something that bears a {@link TrafficLight} would reach somebody. */
public enum SharingChannel {
    /** Read on a page, signed in or not. */
    PAGE,
    /** Read by a program with a token. */
    API,
    /** Found by its words. */
    SEARCH,
    /** In a mail. */
    MAIL,
    /** In a file that somebody takes away. */
    EXPORT,
    /** In a feed that others hold or read. */
    FEED,
    /** In a backup that somebody keeps. */
    BACKUP;
}
