package org.comity.capacity;

import java.util.Optional;

/** Counts the needs that wait on the list, of all States together; which State waits is never told. */
public interface WaitingNeeds {

    /** Below this number of States a figure could point to one of them. */
    int FEWEST_STATES = 10;

    record Total(int needs, int states) {}

    /** Nothing where fewer than {@link #FEWEST_STATES} States wait, or this node holds no list. */
    Optional<Total> total();
}
