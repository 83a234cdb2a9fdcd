package org.comity.seat;

/** Tells an authority without a node by mail what happened with its seats here (R157). */
public interface TellingAuthorities {

    /** In the transaction in which it happened: told once, and not at all where that is undone. */
    void tell(SeatNews news);

    /** Whether mails leave this node. */
    boolean leaves();
}
