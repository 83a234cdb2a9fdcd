package org.comity.desk;

import java.util.List;
import org.comity.desk.Handover.Line;
import org.comity.identity.DutyRota;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Handing over a shift.
 *
 * @param open how many requests need our State now
 * @param due what is due or ends within twelve hours
 * @param notes newest first
 * @param next who takes over from this reader by the rota, or null
 * @param words as typed
 */
public record HandoversView(
        int open,
        List<Line> due,
        List<Note> notes,
        DutyRota.@Nullable Watch next,
        String words,
        FormProblems problems) {

    /**
     * @param next name of who was to take over by the rota; may be empty
     * @param mayTake this reader may take over
     */
    public record Note(Handover handover, String from, String to, String next, boolean mayTake) {}
}
