package org.comity.exchange;

/** Whether the first real act will be as fast as the next. */
public interface Warmth {

    boolean warm();
}
