package org.comity.implementation;

/** Says whether reviews are held on this node; where they are not, nothing leads to them. */
public interface HeldReviews {

    boolean on();
}
