package org.comity.capacity.rounds;

import java.util.Map;
import org.comity.capacity.matching.RoundWeights;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/** What an officer types to open a round; kept as typed until it is right. */
public record RoundForm(String id, String equity, String firstHelp, String lot, String room, String days) {

    static final RoundForm EMPTY = new RoundForm("", "25", "100", "", "10", "14");

    static RoundForm of(Map<String, String> typed) {
        return new RoundForm(
                TypedText.clean(typed.get("id")),
                TypedText.clean(typed.get("equity")),
                TypedText.clean(typed.get("firstHelp")),
                TypedText.clean(typed.get("lot")),
                TypedText.clean(typed.get("room")),
                TypedText.clean(typed.get("days")));
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        if (!id.matches("[0-9]{4}-[0-9]{1,3}")) found = found.with("id", "rounds.needed.id");
        if (!within(equity, 0, 1000)) found = found.with("equity", "rounds.needed.percent");
        if (!within(firstHelp, 0, 1000)) found = found.with("firstHelp", "rounds.needed.percent");
        if (lot.isEmpty() || lot.length() > 200) found = found.with("lot", "rounds.needed.lot");
        if (!within(room, 1, 1000)) found = found.with("room", "rounds.needed.room");
        if (!within(days, 1, 90)) found = found.with("days", "rounds.needed.days");
        return found;
    }

    /** Per cent as typed, thousandths as counted. */
    RoundWeights weights() {
        return RoundWeights.usual(lot).with(10 * Integer.parseInt(equity), 10 * Integer.parseInt(firstHelp));
    }

    private static boolean within(String text, int least, int most) {
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }
}
