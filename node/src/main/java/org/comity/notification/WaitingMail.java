package org.comity.notification;

/** Tells of a claimed mail which one it is, and how often it was tried. */
interface WaitingMail {

    long id();

    /** Made so far. */
    int attempts();
}
