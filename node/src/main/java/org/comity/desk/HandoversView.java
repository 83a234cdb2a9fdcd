package org.comity.desk;

import java.util.List;
import org.comity.desk.Handover.Line;
import org.comity.ui.FormProblems;

/**
 * Handing over a shift.
 *
 * @param open how many requests need our State now
 * @param due what is due or ends within twelve hours
 * @param notes newest first
 * @param words as typed
 */
public record HandoversView(int open, List<Line> due, List<Note> notes, String words, FormProblems problems) {

    /** @param mayTake this reader may take over */
    public record Note(Handover handover, String from, String to, boolean mayTake) {}
}
