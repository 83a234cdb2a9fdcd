package org.comity.thread.joint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Procedure;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The made-up procedure of the published vectors: a host asks members, who propose and support, and observers, who read. */
public final class Gathering implements Procedure {

    public static final String ID = "gathering/1";

    /** The same, where all who are in must agree before somebody joins. */
    public static final String AGREED = "agreed/1";

    private final MoveTable table;

    public Gathering() {
        this(ID);
    }

    public Gathering(String id) {
        this.table = table(id);
    }

    private static MoveTable table(String id) {
        try {
            var vectors = JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(Path.of("..", "docs", "protocol", "vectors", "joint.json")));
            return MoveTable.read(
                    vectors.get("tables").get(id).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return table.procedure();
    }

    @Override
    public String opening() {
        return table.opening();
    }

    @Override
    public Optional<MoveTable> jointTable() {
        return Optional.of(table);
    }

    @Override
    public Set<Role> roles(String type) {
        return Set.of(Role.of("host"));
    }

    @Override
    public Result move(@Nullable State from, ActFacts act) {
        throw new UnsupportedOperationException("a joint thread is folded with its parties");
    }

    @Override
    public void check(@Nullable State from, Act act) {
        if (act.envelope().facts().containsKey("unfit")) throw new Unfit();
    }

    private static final class Unfit extends RuleBroken {
        Unfit() {
            super("unfit", Map.of());
        }
    }

    @Override
    public State state(Map<String, Object> json) {
        return new TabledState(json, table.ended().contains(json.get("name")));
    }
}
