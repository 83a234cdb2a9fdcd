package org.comity.thread;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * A procedure whose moves are those of its table: the node folds by the same data, and with the same reader, as whoever
 * checks a register without a node.
 */
public abstract class TabledProcedure implements Procedure {

    private final MoveTable table;
    private final Map<String, Set<Role>> roles = new HashMap<>();

    /** @param id name and version, under which {@code proof} has the table */
    protected TabledProcedure(String id) {
        this.table =
                MoveTable.find(id).orElseThrow(() -> new IllegalArgumentException("No table of [%s]".formatted(id)));
        table.steps()
                .forEach((type, step) ->
                        roles.put(type, step.by().stream().map(Role::of).collect(Collectors.toUnmodifiableSet())));
        if (roles(opening()).size() != 1) {
            throw new IllegalArgumentException("The table %s is opened by one role".formatted(id));
        }
        if (table.ended().isEmpty()) {
            throw new IllegalArgumentException("The table %s says of no state that it has ended".formatted(id));
        }
    }

    @Override
    public final String id() {
        return table.procedure();
    }

    @Override
    public final String opening() {
        return table.opening();
    }

    @Override
    public final Set<String> opened() {
        return table.opened();
    }

    @Override
    public final Optional<MoveTable> jointTable() {
        return Optional.of(table).filter(it -> it.parties() != null);
    }

    @Override
    public final Set<Role> roles(String type) {
        return roles.getOrDefault(type, Set.of());
    }

    @Override
    public final Result move(@Nullable State from, ActFacts act) {
        var folded = table.fold(from == null ? MoveTable.NOTHING_YET : from.json(), act);
        return folded.effect().equals(MoveTable.EFFECTIVE)
                ? new Result.Moved(state(folded.state()))
                : new Result.WithoutEffect(folded.effect());
    }

    @Override
    public final TabledState state(Map<String, Object> json) {
        return new TabledState(
                json, json.get("name") instanceof String name && table.ended().contains(name));
    }

    /** How acts of this type are said; empty for a type that the table does not know. */
    protected final Optional<MoveTable.Step> step(String type) {
        return Optional.ofNullable(table.steps().get(type));
    }
}
