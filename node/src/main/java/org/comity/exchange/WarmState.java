package org.comity.exchange;

/** Says whether the first real act will be as fast as the next. */
public interface WarmState {

    boolean warm();
}
