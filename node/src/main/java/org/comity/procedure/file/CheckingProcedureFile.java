package org.comity.procedure.file;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.convention.LawInconsistent;
import org.comity.procedure.PastStep;
import org.comity.procedure.field.FiledField;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.FieldChange;
import org.comity.proof.table.MoveTable;
import org.comity.proof.table.MoveTable.Node;
import org.comity.vocabulary.Role;

/** Holds a procedure's file against its table: neither may know an act, a state or a fact that the other does not. */
record CheckingProcedureFile(ProcedureFile file, MoveTable table) {

    private static final Instant END = Instant.parse("2000-01-01T00:00:00Z");

    /** What the page of an act posts beside its fields: a field of the same name would be read as this. */
    private static final Set<String> OF_THE_PAGE =
            Set.of("act", "assertion", "code", "detach", "method", "once", "password", "then", "version");

    /** @throws LawInconsistent naming the file and what to do */
    void check() {
        same("acts", file.acts().keySet(), table.steps().keySet());
        if (!file.opening().equals(table.opening())
                || !step(file.opening()).by().equals(Set.of(file.opener().word()))) {
            throw fault("opens: moves.md has another act or another role: write what stands there");
        }
        var open = new TreeSet<>(states(table));
        open.removeAll(table.ended());
        same("desk: turn", file.turn().keySet(), open);
        file.pace().keySet().stream()
                .filter(it -> !open.contains(it))
                .sorted()
                .findFirst()
                .ifPresent(it -> {
                    throw fault("desk: pace: moves.md has no open state \"%s\": take it out".formatted(it));
                });
        var named = new TreeSet<>(file.untilDecided());
        named.addAll(file.announced());
        named.removeAll(open);
        if (!named.isEmpty()) {
            throw fault("desk: moves.md has no open states %s: take them out".formatted(named));
        }
        var roles =
                new TreeSet<>(file.between().keySet().stream().map(Role::word).toList());
        roles.removeAll(roles(table));
        if (!roles.isEmpty()) {
            throw fault("between: moves.md has no roles %s: take them out, or name what it has".formatted(roles));
        }
        file.acts().keySet().forEach(this::facts);
        file.past().keySet().forEach(this::past);
        cards();
        for (var end : file.ends()) {
            if (!carried(table).contains(end)) {
                throw fault("desk: ends: no state of moves.md carries \"%s\": name what one carries, or leave it out"
                        .formatted(end));
            }
        }
    }

    private void cards() {
        for (var text : file.cards().texts()) {
            var fields = Stream.of(text.of(), text.changes(), text.until()).filter(it -> !it.isEmpty());
            fields.filter(it -> !carried(table).contains(it)).findFirst().ifPresent(it -> {
                throw fault("cards: texts: no state of moves.md carries \"%s\": name what one carries".formatted(it));
            });
            var rules = table.parties();
            if (text.open() && (rules == null || !rules.every().contains(text.approvedBy()))) {
                throw fault(
                        "cards: texts: moves.md does not have \"%s\" said by every party: name an act that it has so"
                                .formatted(text.approvedBy()));
            }
        }
    }

    /** Older requests are recorded act by act: each must have its effect. */
    private void past(String status) {
        var opens = file.past().getOrDefault(PastStep.ASKED, List.of()).stream();
        var later = status.equals(PastStep.ASKED)
                ? Stream.<PastStep>empty()
                : file.past().getOrDefault(status, List.of()).stream();
        var state = MoveTable.NOTHING_YET;
        var ids = new LinkedHashMap<String, String>();
        var end = END;
        for (var each : Stream.concat(opens, later).toList()) {
            end = each.sets() ? end.plusSeconds(1) : end;
            var id = "%064x".formatted(ids.size() + 1);
            var facts = each.facts(end.toString(), types -> newest(ids, types));
            var role = step(each.type()).by().iterator().next();
            var folded = table.fold(state, new ActFacts(id, each.type(), role, facts));
            if (!folded.effect().equals(MoveTable.EFFECTIVE)) {
                throw fault("past: %s: %s has no effect there (%s): name the acts that lead to it"
                        .formatted(status, each.type(), folded.effect()));
            }
            ids.put(each.type(), id);
            state = folded.state();
        }
    }

    private static Optional<String> newest(Map<String, String> ids, List<String> types) {
        return ids.entrySet().stream()
                .filter(it -> types.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .reduce((_, newer) -> newer);
    }

    private MoveTable.Step step(String type) {
        return Objects.requireNonNull(table.steps().get(type));
    }

    private void facts(String type) {
        var read = step(type).facts();
        for (var field : file.fields(type)) {
            if (OF_THE_PAGE.contains(field.key()) || field.key().equals(table.parties() == null ? "draft" : "kept")) {
                throw fault("acts: %s: the page posts \"%s\" itself: give the field another key"
                        .formatted(type, field.key()));
            }
        }
        for (var field : file.fields(type)) {
            if (field.fact() && !read.containsKey(field.key())) {
                throw fault("acts: %s: moves.md reads no fact \"%s\": leave fact out".formatted(type, field.key()));
            }
        }
        read.forEach((fact, rule) -> {
            if (file.field(type, fact).filter(it -> it.fact() && says(it, rule)).isEmpty()) {
                throw fault("acts: %s: moves.md reads the fact \"%s\": add %s with fact: true"
                        .formatted(type, fact, asked(rule)));
            }
        });
        for (var field : file.fields(type)) {
            var unknown = new TreeSet<>(field.type().speaks() ? field.options() : List.of());
            unknown.removeAll(file.acts().keySet());
            if (!unknown.isEmpty()) {
                throw fault("acts: %s: %s: there are no acts %s: name some that there are"
                        .formatted(type, field.key(), unknown));
            }
        }
    }

    private static boolean says(FiledField field, FactRule rule) {
        return field.type().fact().filter(it -> it.isInstance(rule)).isPresent()
                && (!(rule instanceof FactRule.OneOf(var values))
                        || Set.copyOf(field.options()).equals(values));
    }

    private static String asked(FactRule rule) {
        return switch (rule) {
            case FactRule.OneOf _ -> "a choice with its words";
            case FactRule.AnInstant _ -> "a moment (an instant in the opening act, or end-reached)";
            case FactRule.AnAct _ -> "an act-spoken-of";
        };
    }

    private void same(String where, Collection<String> here, Collection<String> there) {
        var more = new TreeSet<>(here);
        more.removeAll(there);
        if (!more.isEmpty()) {
            throw fault("%s: moves.md does not know %s: take them out, or add them there".formatted(where, more));
        }
        var fewer = new TreeSet<>(there);
        fewer.removeAll(here);
        if (!fewer.isEmpty()) {
            throw fault("%s: %s are missing, which moves.md knows: add them".formatted(where, fewer));
        }
    }

    private LawInconsistent fault(String what) {
        return new LawInconsistent(file.id() + "/procedure.yaml", what);
    }

    /** Of a thread of two both, also the one that says nothing; of a joint one those that can be given. */
    static Set<String> roles(MoveTable table) {
        var rules = table.parties();
        var roles = new TreeSet<String>();
        table.steps().values().forEach(it -> roles.addAll(it.by()));
        if (rules == null) {
            for (var each : Role.values()) roles.add(each.word());
            return roles;
        }
        roles.add(rules.host());
        rules.invite().values().forEach(roles::addAll);
        roles.addAll(rules.open());
        return roles;
    }

    /** Names that its rows give to a state. */
    static Set<String> states(MoveTable table) {
        var states = new TreeSet<String>();
        table.steps().values().forEach(it -> states(it.node(), states));
        return states;
    }

    /** Fields that its rows give to a state, the name aside. */
    private static Set<String> carried(MoveTable table) {
        var carried = new TreeSet<String>();
        table.steps().values().forEach(it -> carried(it.node(), carried));
        return carried;
    }

    private static void carried(Node node, Set<String> into) {
        switch (node) {
            case Node.Branch(var _, var cases) -> cases.forEach(it -> carried(it.then(), into));
            case Node.Moves(var changes) -> into.addAll(changes.keySet());
            case Node.Without _ -> {}
        }
    }

    private static void states(Node node, Set<String> into) {
        switch (node) {
            case Node.Branch(var _, var cases) -> cases.forEach(it -> states(it.then(), into));
            case Node.Moves(var changes) -> {
                if (changes.get("name") instanceof FieldChange.Constant(var value)) {
                    into.add(value.toString());
                }
            }
            case Node.Without _ -> {}
        }
    }
}
