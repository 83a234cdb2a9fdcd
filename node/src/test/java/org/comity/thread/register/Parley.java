package org.comity.thread.register;

import java.util.Map;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** A small procedure for tests: an offer that crosses its retraction, its acceptance and the end of the talk. */
class Parley implements Procedure {

    static final Set<String> STEPS = Set.of("offer", "retract", "accept", "say", "close");

    @Override
    public String id() {
        return "parley/1";
    }

    @Override
    public String opening() {
        return "open";
    }

    @Override
    public Set<Role> roles(String type) {
        return switch (type) {
            case "open", "accept" -> Set.of(Role.REQUESTING);
            case "offer", "retract" -> Set.of(Role.REQUESTED);
            case "say", "close" -> Set.of(Role.REQUESTING, Role.REQUESTED);
            default -> Set.of();
        };
    }

    @Override
    public Result move(@Nullable State from, ActFacts act) {
        var talk = (Talk) from;
        if (talk == null) {
            return act.type().equals("open") ? new Result.Moved(new Talk("Open", "", 0)) : without("not-opened");
        }
        if (talk.ended()) {
            return without("ended");
        }
        boolean offered = talk.name().equals("Offered");
        return switch (act.type()) {
            case "offer" ->
                offered ? without("already-offered") : to("Offered", act.facts().get("value"), talk.said());
            case "retract" -> offered ? to("Open", "", talk.said()) : without("nothing-offered");
            case "accept" -> offered ? to("Agreed", talk.value(), talk.said()) : without("nothing-offered");
            case "say" -> to(talk.name(), talk.value(), talk.said() + 1);
            case "close" -> to("Closed", talk.value(), talk.said());
            default -> without("already-opened");
        };
    }

    @Override
    public void check(@Nullable State from, Act act) {
        if (act.envelope().type().equals("offer")
                && !act.envelope().facts().getOrDefault("value", "").matches("[0-9]{1,3}")) {
            throw new NoValue();
        }
    }

    @Override
    public State state(Map<String, Object> json) {
        return new Talk((String) json.get("name"), (String) json.get("value"), ((Number) json.get("said")).longValue());
    }

    private static Result to(String name, String value, long said) {
        return new Result.Moved(new Talk(name, value, said));
    }

    private static Result without(String reason) {
        return new Result.WithoutEffect(reason);
    }

    record Talk(String name, String value, long said) implements State {

        @Override
        public Map<String, Object> json() {
            return Map.of("name", name, "value", value, "said", said);
        }

        @Override
        public boolean ended() {
            return name.equals("Agreed") || name.equals("Closed");
        }
    }

    static final class NoValue extends RuleBroken {
        NoValue() {
            super("parley.no-value", Map.of());
        }
    }
}
