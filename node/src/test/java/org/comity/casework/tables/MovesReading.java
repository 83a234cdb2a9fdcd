package org.comity.casework.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.tables.Moves.Act;
import org.comity.casework.tables.Moves.Beside;
import org.comity.casework.tables.Moves.Kind;
import org.comity.casework.tables.Moves.Named;
import org.comity.casework.tables.Moves.Place;
import org.comity.casework.tables.Moves.Row;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.PartyRules;

/** Reads {@code moves.md}: a title, and tables of states, of what stands beside them, of acts and of rows. */
final class MovesReading {

    private static final Pattern TITLE = Pattern.compile("# ([a-z-]+/[0-9]+)(?::? \\(?(.*?)\\)?)?");
    private static final Pattern STATE = Pattern.compile("([A-Za-z-]+)(?:\\(([a-z, ]+)\\))?");
    private static final String EVERY = "every ";
    private static final Set<String> PARTIES =
            Set.of("audience", "consent", "host", "invite", "most", "open", "remove", "shown");
    private static final Map<String, String> ROLES = Map.of("A", "requesting", "B", "requested");

    private final Map<String, List<String>> states = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Map<String, Beside> beside = new LinkedHashMap<>();
    private final List<Named> named = new ArrayList<>();
    private final Map<String, String> parties = new LinkedHashMap<>();
    private final Set<String> every = new LinkedHashSet<>();
    private final Map<String, Act> acts = new LinkedHashMap<>();
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private String procedure = "";
    private String title = "";
    private int line;

    private MovesReading() {}

    /** @throws IllegalArgumentException with the line that is not understood, and what was expected there */
    static Moves read(String text) {
        var reading = new MovesReading();
        try {
            reading.all(text.lines().toList());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("moves.md, line %d: %s".formatted(reading.line, e.getMessage()), e);
        }
        return SharedMoves.added(new Moves(
                reading.procedure,
                reading.title,
                reading.states,
                reading.groups.getOrDefault("ended", Set.of()),
                reading.beside,
                reading.named,
                reading.acts,
                reading.rows,
                reading.parties.isEmpty() ? null : reading.rules()));
    }

    /** Of a joint thread; what is not said is nobody, or nothing. */
    private PartyRules rules() {
        return new PartyRules(
                listed("audience"),
                listed("consent"),
                every,
                known(parties, "host"),
                byRole("invite"),
                Integer.parseInt(known(parties, "most")),
                listed("open"),
                byRole("remove"),
                listed("shown"));
    }

    private Set<String> listed(String name) {
        var said = parties.getOrDefault(name, "");
        return said.isEmpty() ? Set.of() : new LinkedHashSet<>(names(said));
    }

    /** e.g. {@code host: member or observer; member: observer}. */
    private Map<String, Set<String>> byRole(String name) {
        var all = new LinkedHashMap<String, Set<String>>();
        for (var each : parties.getOrDefault(name, "").split(";")) {
            if (each.isBlank()) continue;
            var said = each.split(":");
            all.put(said[0].strip(), new LinkedHashSet<>(List.of(said[1].strip().split(" or "))));
        }
        return all;
    }

    private void party(String name, String said) {
        if (!PARTIES.contains(name)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(name, PARTIES));
        }
        parties.put(name, said);
    }

    private void all(List<String> lines) {
        List<String> head = List.of();
        List<String> last = List.of();
        for (var each : lines) {
            line++;
            if (each.startsWith("# ")) {
                var matched = matched(TITLE, each, "a title such as '# preservation/1 (Art. 42)'");
                procedure = matched.group(1);
                title = matched.group(2) == null ? "" : matched.group(2);
            }
            if (!each.startsWith("|")) {
                head = List.of();
            } else if (head.isEmpty()) {
                head = cells(each);
            } else if (!each.matches("[|: -]+")) {
                last = row(head, cells(each), last);
            }
        }
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.strip().substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private List<String> row(List<String> head, List<String> cells, List<String> last) {
        switch (head.getFirst() + " " + head.get(1)) {
            case "parties " -> party(cells.getFirst(), cells.get(1));
            case "states " -> group(cells.getFirst(), cells.get(1));
            case "beside holds" -> beside(cells.getFirst(), cells.get(1));
            case "named in" -> named.add(new Named(cells.getFirst(), states(cells.get(1)), cells.get(2)));
            case "act by" -> acts(cells);
            case "act in" -> {
                var of = cells.getFirst().isEmpty() ? last : names(cells.getFirst());
                moves(of, cells);
                return of;
            }
            default ->
                throw new IllegalArgumentException(
                        "a table of parties, states, beside, named, acts or rows was expected: " + head);
        }
        return last;
    }

    private void group(String name, String of) {
        var members = new LinkedHashSet<String>();
        for (var each : of.split(",(?![^(]*\\))")) {
            var state = matched(STATE, each.strip(), "states, divided by commas");
            if (groups.containsKey(state.group(1))) {
                members.addAll(groups.get(state.group(1)));
            } else {
                members.add(state.group(1));
                states.put(state.group(1), state.group(2) == null ? List.of() : names(state.group(2)));
            }
        }
        groups.put(name, members);
    }

    private void beside(String name, String holds) {
        var parts = names(holds);
        beside.put(
                name,
                switch (parts.getFirst()) {
                    case "yes or no" -> new Beside(name, Kind.FLAG, Long.MAX_VALUE, null);
                    case "an act" -> new Beside(name, Kind.ACT, Long.MAX_VALUE, null);
                    case "an instant" -> new Beside(name, Kind.INSTANT, Long.MAX_VALUE, null);
                    case "a count" -> new Beside(name, Kind.COUNT, Long.MAX_VALUE, null);
                    case "acts" ->
                        new Beside(
                                name, Kind.LIST, Long.parseLong(parts.get(1)), parts.size() > 2 ? parts.get(2) : null);
                    default ->
                        throw new IllegalArgumentException(
                                "'yes or no', 'an act', 'an instant', 'a count' or 'acts, <most>' was expected: "
                                        + holds);
                });
    }

    private void acts(List<String> cells) {
        boolean all = cells.get(1).startsWith(EVERY);
        if (all && parties.isEmpty()) throw new IllegalArgumentException("only a joint thread asks every party");
        var by = Arrays.stream(cells.get(1).substring(all ? EVERY.length() : 0).split(" or "))
                .map(this::role)
                .toList();
        var facts = new TreeMap<String, FactRule>();
        for (var each : cells.get(2).split(";")) {
            if (!each.isBlank()) {
                var fact = each.split(":");
                facts.put(fact[0].strip(), fact(fact[1].strip()));
            }
        }
        names(cells.getFirst()).forEach(it -> {
            if (all) every.add(it);
            acts.put(it, new Act(by, facts));
            rows.put(it, new ArrayList<>());
        });
    }

    /** A and B are those of a thread of two; a joint thread has the roles that its parties name. */
    private String role(String name) {
        return parties.isEmpty()
                ? known(ROLES, name)
                : known(
                        rules().roles().stream()
                                .collect(Collectors.toMap(java.util.function.Function.identity(), it -> it)),
                        name);
    }

    private static FactRule fact(String is) {
        return switch (is) {
            case "an instant" -> new FactRule.AnInstant();
            case "an act" -> new FactRule.AnAct();
            default -> new FactRule.OneOf(new LinkedHashSet<>(List.of(is.split(" or "))));
        };
    }

    private void moves(List<String> of, List<String> cells) {
        var places = Arrays.stream(cells.get(1).split(","))
                .map(it -> place(it.strip()))
                .toList();
        var row = new Row(line, places, cells.get(2), cells.get(3));
        of.forEach(it -> known(rows, it).add(row));
    }

    private Place place(String text) {
        if (text.equals("–")) {
            return new Place.Before();
        }
        if (text.equals("any") || text.equals("else")) {
            var open = new LinkedHashSet<>(states.keySet());
            open.removeAll(groups.getOrDefault("ended", Set.of()));
            return new Place.In(open, Set.of());
        }
        if (text.startsWith("ended with ")) {
            return new Place.EndedWith(
                    known(beside, text.substring("ended with ".length())).name());
        }
        var of = text.split(" of ");
        return new Place.In(states(of[0]), of.length > 1 ? states(of[1]) : Set.of());
    }

    private Set<String> states(String names) {
        return names(names).stream()
                .flatMap(it -> states.containsKey(it) ? Stream.of(it) : known(groups, it).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static Matcher matched(Pattern pattern, String text, String expected) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("%s was expected: %s".formatted(expected, text));
        }
        return matcher;
    }

    private static <T> T known(Map<String, T> all, String name) {
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(name, all.keySet()));
        }
        return all.get(name);
    }
}
