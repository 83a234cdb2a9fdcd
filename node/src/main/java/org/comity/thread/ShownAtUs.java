package org.comity.thread;

import org.jspecify.annotations.Nullable;

/**
 * Says what of a joint thread's register an authority may read for which we speak in it, or spoke.
 *
 * @param from the entry with which it joined for the last time; 0 of one that never did
 * @param until the entry with which it went, or null
 * @param fromHere it is shown nothing of before
 */
public record ShownAtUs(long from, @Nullable Long until, boolean fromHere) {

    /** It was asked to join, and did not. */
    public static final ShownAtUs ASKED = new ShownAtUs(0, 0L, false);

    /** Whether it may read what was said in this entry. */
    public boolean shows(long n) {
        return (until == null || n <= until) && (!fromHere || n >= from);
    }
}
