package org.comity.desk;

import java.util.List;
import java.util.Map;
import org.comity.casework.UnsentAct;
import org.comity.desk.Handover.Line;
import org.comity.identity.DutyRota;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Handing over a shift.
 *
 * @param open how many requests need our State now
 * @param due what is due or ends within twelve hours
 * @param moreDue more is due or ends in these hours than {@code due} names
 * @param moreCalls more calls wait than {@code due} names
 * @param subjects what the requests of {@code due} are about, by thread
 * @param phones numbers to call for what the other State has not acknowledged, by thread
 * @param inHand how those acts of {@code due} stand that are in hand, by the path of their line
 * @param notes newest first
 * @param next who takes over from this reader by the rota, or null
 * @param words as typed
 */
public record HandoversView(
        int open,
        List<Line> due,
        boolean moreDue,
        boolean moreCalls,
        Map<String, String> subjects,
        Map<String, String> phones,
        Map<String, UnsentAct> inHand,
        List<Note> notes,
        DutyRota.@Nullable Watch next,
        String words,
        FormProblems problems) {

    /** Nothing is open, due or waits: a note without words would say nothing. */
    public boolean nothing() {
        return open == 0 && due.isEmpty() && !moreCalls;
    }

    /**
     * @param next name of who was to take over by the rota; may be empty
     * @param mayTake this reader may take over
     * @param subjects what the requests of its lines are about, by thread; empty in a list of notes, as {@code phones} and {@code inHand}
     */
    public record Note(
            Handover handover,
            String from,
            String to,
            String next,
            boolean mayTake,
            Map<String, String> subjects,
            Map<String, String> phones,
            Map<String, UnsentAct> inHand) {}
}
