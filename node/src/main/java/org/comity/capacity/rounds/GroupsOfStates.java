package org.comity.capacity.rounds;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.comity.capacity.matching.StateInRound;
import org.comity.sheet.ShippedTable;

/** Regions and groups of States on a day, from {@code capacity/states.csv}; a State that is not there is in no group. */
final class GroupsOfStates {

    /** Two of the five regional groups; a rough measure, and worth five points of a hundred at most. */
    private static final Set<String> NOT_DEVELOPING = Set.of("WEOG", "EEG");

    private final Map<String, CSVRecord> rows = new HashMap<>();

    GroupsOfStates() {
        for (var row : ShippedTable.rows("/capacity/states.csv")) rows.put(row.get("state"), row);
    }

    /** @param room how many units it can take up at a time */
    StateInRound of(String state, LocalDate day, int room) {
        var row = rows.get(state);
        if (row == null) return new StateInRound(state, false, false, false, true, room, List.of());
        return new StateInRound(
                state,
                row.get("ldc").equals("1") && before(day, row.get("ldc-until")),
                row.get("lldc").equals("1"),
                row.get("sids").equals("1"),
                !NOT_DEVELOPING.contains(row.get("group")),
                room,
                regions(state));
    }

    /** From the smallest to the largest; none for who is no State of the list. */
    List<String> regions(String state) {
        var row = rows.get(state);
        return row == null || row.get("regions").isEmpty()
                ? List.of()
                : List.of(row.get("regions").split(" "));
    }

    private static boolean before(LocalDate day, String until) {
        return !until.matches("\\d{4}-\\d{2}-\\d{2}") || day.isBefore(LocalDate.parse(until));
    }
}
