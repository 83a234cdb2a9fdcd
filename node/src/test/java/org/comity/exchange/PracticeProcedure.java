package org.comity.exchange;

import java.util.Map;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** A procedure for tests of the exchange: one asks, the other acknowledges and reports, each says something. */
final class PracticeProcedure implements Procedure {

    @Override
    public String id() {
        return "practice/1";
    }

    @Override
    public String opening() {
        return "request";
    }

    @Override
    public Set<Role> roles(String type) {
        return switch (type) {
            case "request", "complete" -> Set.of(Role.REQUESTING);
            case "acknowledge", "report" -> Set.of(Role.REQUESTED);
            default -> Set.of();
        };
    }

    @Override
    public Result move(@Nullable State from, ActFacts act) {
        return new Result.Moved(new Talk(act.type()));
    }

    @Override
    public void check(@Nullable State from, Act act) {
        if (!(act.body().get("text") instanceof String text) || text.isBlank()) {
            throw new FieldMissing();
        }
    }

    @Override
    public State state(Map<String, Object> json) {
        return new Talk((String) json.get("name"));
    }

    record Talk(String name) implements State {
        @Override
        public Map<String, Object> json() {
            return Map.of("name", name);
        }

        @Override
        public boolean ended() {
            return false;
        }
    }

    static final class FieldMissing extends RuleBroken {
        FieldMissing() {
            super("practice.field-missing", Map.of("field", "text"));
        }
    }
}
