package org.comity.implementation.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.lots.ReviewLots;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** What an officer types to begin a draw: the round, the States with their regions, and which public value will decide. */
public record DrawForm(String round, String states, String named, String day) {

    static final DrawForm EMPTY = new DrawForm("", "", "", "");

    private static final Pattern ROUND = Pattern.compile("[0-9]{4}-[0-9]{1,3}");
    private static final Pattern LINE = Pattern.compile("([A-Z]{2})\\s*,\\s*([A-Za-z][A-Za-z-]{0,39})");

    /** Of which the pairs still fit in one publication on a board. */
    private static final int MOST_STATES = 400;

    private static final int LONGEST_NAMED = 300;

    static DrawForm of(Map<String, String> typed) {
        return new DrawForm(
                TypedText.clean(typed.get("round")),
                typed.getOrDefault("states", "").strip(),
                TypedText.clean(typed.get("named")),
                TypedText.clean(typed.get("day")));
    }

    FormProblems problems(LocalDate today) {
        var found = FormProblems.NONE;
        if (!ROUND.matcher(round).matches()) found = found.with("round", "reviews.needed.round");
        if (!drawable()) found = found.with("states", "reviews.needed.states");
        if (named.isEmpty() || named.length() > LONGEST_NAMED) found = found.with("named", "reviews.needed.named");
        var date = date();
        if (date == null || !date.isAfter(today)) found = found.with("day", "reviews.needed.day");
        return found;
    }

    /** Empty if a line cannot be read or a State stands there twice. */
    Map<String, String> regions() {
        var regions = new TreeMap<String, String>();
        for (var each :
                states.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var found = LINE.matcher(each);
            if (!found.matches() || regions.put(found.group(1), found.group(2)) != null) return Map.of();
        }
        return regions;
    }

    @Nullable
    LocalDate date() {
        return TypedText.day(day).orElse(null);
    }

    private boolean drawable() {
        var regions = regions();
        if (regions.isEmpty() || regions.size() > MOST_STATES) return false;
        try {
            ReviewLots.of(regions);
            return true;
        } catch (IllegalArgumentException uneven) {
            return false;
        }
    }
}
