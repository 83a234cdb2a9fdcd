package org.comity.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads from the folder of a procedure what can be begun in practice, and what the scripted counterpart says, in the order in
 * which it prefers to say it: {@code practice.yaml}.
 */
public final class CounterpartScript {

    /**
     * @param state only there; empty: wherever it is offered
     * @param again it may be said more than once in a thread
     */
    public record Line(String act, String state, boolean again, Map<String, Object> body, Map<String, Object> facts) {}

    private CounterpartScript() {}

    /** Nothing for a procedure without a script. */
    static List<Line> of(String procedure, String ourRole) {
        return read(procedure).get(ourRole) instanceof List<?> lines
                ? lines.stream().map(it -> line((Map<?, ?>) it)).toList()
                : List.of();
    }

    /** The body of an act with which a thread can be begun, its blanks not filled; empty if there is none. */
    public static Map<String, Object> opening(String procedure) {
        return map(map(read(procedure).get("opening")).get("body"));
    }

    /**
     * The first line that is offered and was not spoken in answer to what is newest.
     *
     * @param whole a request as the interface for programs shows it
     * @param sayable what can be said of what is in the script
     */
    public static Optional<Line> next(Map<String, Object> whole, Predicate<Line> sayable) {
        var request = JsonPart.map(whole, "request");
        var offered = JsonPart.list(whole, "offered");
        var spoken = spoken(JsonPart.list(whole, "acts"));
        return of(JsonPart.text(request, "procedure"), JsonPart.text(request, "ourRole")).stream()
                .filter(it -> offered.contains(it.act()))
                .filter(it -> it.state().isEmpty() || it.state().equals(request.get("state")))
                .filter(it -> it.again() || !spoken.contains(it.act()))
                .filter(sayable)
                .findFirst();
    }

    private static Set<String> spoken(List<?> acts) {
        var spoken = new HashSet<String>();
        for (var each : acts) {
            var act = (Map<?, ?>) each;
            if (Boolean.TRUE.equals(act.get("ours"))) {
                spoken.add(JsonPart.text(JsonPart.map(act, "envelope"), "type"));
            }
        }
        return spoken;
    }

    private static Map<String, Object> read(String procedure) {
        try (var in =
                CounterpartScript.class.getResourceAsStream("/procedures/%s/practice.yaml".formatted(procedure))) {
            return in == null ? Map.of() : new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(Map<?, ?> said) {
        return new Line(
                JsonPart.text(said, "act"),
                Objects.toString(said.get("in"), ""),
                Boolean.TRUE.equals(said.get("again")),
                map(said.get("body")),
                map(said.get("facts")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object said) {
        return said == null ? Map.of() : (Map<String, Object>) said;
    }
}
