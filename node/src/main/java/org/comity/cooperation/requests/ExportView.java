package org.comity.cooperation.requests;

import org.comity.cooperation.RequestRow;
import org.comity.cooperation.TakingAway;
import org.comity.cooperation.UseLimits;
import org.comity.ui.Problems;

/**
 * The page on which whoever takes something of a request away says within which use.
 *
 * @param what is taken, as {@link TakingAway#take} names it, or {@link #BAG}
 */
public record ExportView(
        RequestRow row, UseLimits.UseLimit limit, String what, UseLimits.Confirmed typed, Problems problems) {

    /** Onto the disk of the room below, which asks for the use too. */
    static final String BAG = "bag";

    public boolean bag() {
        return what.equals(BAG);
    }

    public boolean whole() {
        return bag() || what.equals(TakingAway.THREAD);
    }

    /** The last part of what is taken: a file's name. */
    public String file() {
        return what.substring(what.lastIndexOf('/') + 1);
    }
}
