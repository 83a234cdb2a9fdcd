package org.comity.desk;

import java.util.List;
import java.util.Map;
import org.comity.desk.Handover.Line;
import org.comity.identity.DutyRota;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Handing over a shift.
 *
 * @param open how many requests need our State now
 * @param due what is due or ends within twelve hours
 * @param moreCalls more calls wait than {@code due} names
 * @param subjects what the requests of {@code due} are about, by thread
 * @param notes newest first
 * @param next who takes over from this reader by the rota, or null
 * @param words as typed
 */
public record HandoversView(
        int open,
        List<Line> due,
        boolean moreCalls,
        Map<String, String> subjects,
        List<Note> notes,
        DutyRota.@Nullable Watch next,
        String words,
        FormProblems problems) {

    /**
     * @param next name of who was to take over by the rota; may be empty
     * @param mayTake this reader may take over
     * @param subjects what the requests of its lines are about, by thread; empty in a list of notes
     */
    public record Note(
            Handover handover, String from, String to, String next, boolean mayTake, Map<String, String> subjects) {}
}
