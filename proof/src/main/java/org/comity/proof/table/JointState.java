package org.comity.proof.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds who takes part in a joint thread and where its procedure stands, as the entries fold it (R100). Its canonical JSON
 * is what each entry's {@code state} commits to.
 */
public final class JointState {

    /**
     * @param role in which it speaks
     * @param from the entry with which it joined
     * @param at the party whose node speaks for it, if it has none of its own here
     * @param fromHere what was said before it joined is not shown to it
     */
    public record Party(String role, long from, @Nullable String at, boolean fromHere) {

        private Map<String, Object> json() {
            var json = new TreeMap<String, Object>(Map.of("as", role, "from", from));
            if (at != null) json.put("at", at);
            if (fromHere) json.put("shown", FROM_HERE);
            return json;
        }
    }

    /**
     * @param act the id of the invitation
     * @param agreed the parties that agreed, in order of their names
     */
    public record Invited(
            String act,
            List<String> agreed,
            String role,
            String shown,
            @Nullable String at) {

        private Map<String, Object> json() {
            var json = new TreeMap<String, Object>(
                    Map.of("act", act, "agreed", List.copyOf(agreed), "as", role, "shown", shown));
            if (at != null) json.put("at", at);
            return json;
        }
    }

    /**
     * What is not said by all yet.
     *
     * @param act of which it is said
     * @param by the parties that said it, in order of their names
     */
    public record Said(String act, List<String> by) {

        private Map<String, Object> json() {
            return new TreeMap<>(Map.of("act", act, "by", List.copyOf(by)));
        }
    }

    private static final FactRule.AnAct ACT = new FactRule.AnAct();

    static final String ALL = "all";
    static final String FROM_HERE = "from-here";

    final Map<String, Party> parties = new TreeMap<>();
    final Map<String, Invited> invited = new TreeMap<>();
    final Map<String, String> open = new TreeMap<>();
    final TreeSet<String> out = new TreeSet<>();
    final Map<String, Said> said = new TreeMap<>();
    String keeper;

    @Nullable
    String offered;

    Map<String, Object> table;

    JointState(String keeper, Map<String, Object> table) {
        this.keeper = keeper;
        this.table = table;
    }

    /** A copy of its own; what is given stays as it is. */
    public static JointState read(Map<String, Object> json) {
        var state = new JointState(text(json, "keeper"), map(json.get("table")));
        map(json.get("parties")).forEach((name, each) -> {
            var party = map(each);
            state.parties.put(
                    name,
                    new Party(
                            text(party, "as"),
                            ((Number) Objects.requireNonNull(party.get("from"))).longValue(),
                            (String) party.get("at"),
                            FROM_HERE.equals(party.get("shown"))));
        });
        map(json.get("invited")).forEach((name, each) -> {
            var asked = map(each);
            state.invited.put(
                    name,
                    new Invited(
                            text(asked, "act"),
                            texts(asked.get("agreed")),
                            text(asked, "as"),
                            text(asked, "shown"),
                            (String) asked.get("at")));
        });
        map(json.get("open")).forEach((role, act) -> state.open.put(role, (String) act));
        state.out.addAll(texts(json.get("out")));
        map(json.get("said")).forEach((type, each) -> {
            var said = map(each);
            state.said.put(type, new Said(text(said, "act"), texts(said.get("by"))));
        });
        state.offered = (String) json.get("offered");
        return state;
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("invited", values(invited, Invited::json));
        json.put("keeper", keeper);
        json.put("parties", values(parties, Party::json));
        json.put("table", table);
        if (offered != null) json.put("offered", offered);
        if (!open.isEmpty()) json.put("open", new TreeMap<>(open));
        if (!out.isEmpty()) json.put("out", List.copyOf(out));
        if (!said.isEmpty()) json.put("said", values(said, Said::json));
        return json;
    }

    /** Who signs the next entry. */
    public String keeper() {
        return keeper;
    }

    /** By name. */
    public Map<String, Party> parties() {
        return Collections.unmodifiableMap(parties);
    }

    public Map<String, Invited> invited() {
        return Collections.unmodifiableMap(invited);
    }

    /** To whom the register is offered. */
    public Optional<String> offered() {
        return Optional.ofNullable(offered);
    }

    /** The open invitation to a role, by its act's id. */
    public Optional<String> openTo(String role) {
        return Optional.ofNullable(open.get(role));
    }

    /** By type of act, what some parties said and others have not said yet. */
    public Map<String, Said> said() {
        return Collections.unmodifiableMap(said);
    }

    /** Acts on which something rests: those that the table holds, and those that are not said by all yet. */
    public Set<String> named() {
        var acts = new TreeSet<String>();
        table.values().forEach(it -> {
            if (it instanceof String id && ACT.allows(id)) acts.add(id);
        });
        said.values().forEach(it -> acts.add(it.act()));
        return acts;
    }

    public boolean removed(String participant) {
        return out.contains(participant);
    }

    /** Where the procedure's own table stands. */
    public Map<String, Object> table() {
        return Collections.unmodifiableMap(table);
    }

    private static <T> Map<String, Object> values(
            Map<String, T> all, java.util.function.Function<T, Map<String, Object>> json) {
        var written = new TreeMap<String, Object>();
        all.forEach((name, each) -> written.put(name, json.apply(each)));
        return written;
    }

    private static String text(Map<String, Object> json, String field) {
        return (String) Objects.requireNonNull(json.get(field), field);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all
                ? all.stream().map(String.class::cast).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object json) {
        return json == null ? Map.of() : (Map<String, Object>) json;
    }
}
