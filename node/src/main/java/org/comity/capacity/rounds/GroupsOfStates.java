package org.comity.capacity.rounds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.comity.capacity.matching.StateInRound;
import org.comity.sheet.ShippedTable;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says regions and groups of States on a day: from the Secretariat's own list, {@code node.capacity.groups}, and of what that does
 * not name, from {@code capacity/states.csv}. A State that is in neither is in no group.
 */
@Component
final class GroupsOfStates {

    /** Two of the five regional groups; a rough measure, and worth five points of a hundred at most. */
    private static final Set<String> NOT_DEVELOPING = Set.of("WEOG", "EEG");

    private static final Pattern OWN =
            Pattern.compile("([A-Z]{2}) (ldc|lldc|sids) (open|none|[0-9]{4}-[0-9]{2}-[0-9]{2})");

    private final Map<String, CSVRecord> rows = new HashMap<>();

    /** By State and group, the first day on which it is no longer in it. */
    private final Map<List<String>, LocalDate> own = new HashMap<>();

    /** @param own a State, a group, and the day on which it leaves; {@code open}: none is known, {@code none}: it is not in it */
    GroupsOfStates(@Value("${node.capacity.groups:}") List<String> own) {
        for (var row : ShippedTable.rows("/capacity/states.csv")) rows.put(row.get("state"), row);
        for (var line : own) {
            var read = OWN.matcher(line.strip());
            if (!read.matches() || !StateParty.isCode(read.group(1))) throw refused(line);
            var before = this.own.put(List.of(read.group(1), read.group(2)), end(read.group(3), line));
            if (before != null) throw refused(line);
        }
    }

    /** @param room how many units it can take up at a time */
    StateInRound of(String state, LocalDate day, int room) {
        var row = rows.get(state);
        return new StateInRound(
                state,
                in("ldc", state, row, day),
                in("lldc", state, row, day),
                in("sids", state, row, day),
                row == null || !NOT_DEVELOPING.contains(row.get("group")),
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

    private boolean in(String group, String state, @Nullable CSVRecord row, LocalDate day) {
        return day.isBefore(Objects.requireNonNullElseGet(own.get(List.of(state, group)), () -> shipped(group, row)));
    }

    private static LocalDate shipped(String group, @Nullable CSVRecord row) {
        if (row == null || !row.get(group).equals("1")) return LocalDate.MIN;
        var until = group.equals("ldc") ? row.get("ldc-until") : "";
        return until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until);
    }

    private static LocalDate end(String until, String line) {
        try {
            return switch (until) {
                case "open" -> LocalDate.MAX;
                case "none" -> LocalDate.MIN;
                default -> LocalDate.parse(until);
            };
        } catch (DateTimeException none) {
            throw refused(line);
        }
    }

    private static IllegalStateException refused(String line) {
        return new IllegalStateException(
                "node.capacity.groups: [%s] is not a State, one of ldc, lldc, sids, and a day, open or none"
                                .formatted(line.strip())
                        + "; each State and group once, as in: BD ldc 2029-11-24");
    }
}
