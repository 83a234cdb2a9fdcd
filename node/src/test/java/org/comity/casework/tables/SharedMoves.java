package org.comity.casework.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.tables.Moves.Act;
import org.comity.casework.tables.Moves.Place;
import org.comity.casework.tables.Moves.Row;

/**
 * Adds to a table of two States what holds of every one of them: who was asked wrongly says for whom it is, until it is
 * taken up. A table that has the act itself keeps its own; in a joint thread who is invited declines; where nothing is
 * acknowledged, nobody is asked.
 */
record SharedMoves(Moves moves) {

    static final String REDIRECT = "redirect";
    static final String REDIRECTED = "Redirected";

    /** No line of a file. */
    static final int NO_LINE = 0;

    private static final String RESUME = "resume";

    static Moves added(Moves moves) {
        boolean asks = moves.parties() == null && moves.acts().containsKey("acknowledge");
        return asks && !moves.acts().containsKey(REDIRECT) ? new SharedMoves(moves).all() : moves;
    }

    private Moves all() {
        var early = early();
        var asked = resuming(early);
        var places = new ArrayList<Place>(List.of(new Place.In(early, Set.of())));
        if (!asked.isEmpty()) {
            places.add(new Place.In(asked, early));
        }
        var redirect = new ArrayList<>(List.of(new Row(NO_LINE, places, "", REDIRECTED)));
        if (moves.open().anyMatch(it -> later(it, early, asked))) {
            var open = moves.open().collect(Collectors.toCollection(LinkedHashSet::new));
            redirect.add(new Row(NO_LINE, List.of(new Place.In(open, Set.of())), "", "no: taken-up"));
        }
        var states = new LinkedHashMap<>(moves.states());
        states.put(REDIRECTED, List.of());
        var ended = new LinkedHashSet<>(moves.ended());
        ended.add(REDIRECTED);
        return new Moves(
                moves.procedure(),
                moves.title(),
                states,
                ended,
                moves.beside(),
                moves.named(),
                with(moves.acts(), new Act(List.of(asked()), Map.of())),
                with(moves.rows(), redirect),
                null);
    }

    /** Where the opening leads, and where it leads that the request was acknowledged. */
    private Set<String> early() {
        return Stream.of(moves.opening(), "acknowledge")
                .flatMap(it -> moves.rows().getOrDefault(it, List.of()).stream())
                .map(it -> it.then().split("[,(]")[0].strip())
                .filter(moves.states()::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** States after which one of these goes on, e.g. while a question is open. */
    private Set<String> resuming(Set<String> early) {
        var outcomes = new Outcomes(moves);
        return moves.open()
                .filter(it -> moves.states().get(it).contains(RESUME))
                .filter(it -> outcomes.resumed(it).stream().anyMatch(early::contains))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean later(String state, Set<String> early, Set<String> asked) {
        return asked.contains(state) ? !early.containsAll(new Outcomes(moves).resumed(state)) : !early.contains(state);
    }

    /** The side that does not open. */
    private String asked() {
        return moves.acts().get(moves.opening()).by().contains("requesting") ? "requested" : "requesting";
    }

    private static <T> Map<String, T> with(Map<String, T> all, T redirect) {
        var more = new LinkedHashMap<>(all);
        more.put(REDIRECT, redirect);
        return more;
    }
}
