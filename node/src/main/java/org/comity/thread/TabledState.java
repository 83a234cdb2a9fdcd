package org.comity.thread;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.proof.table.TableQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread stands, as its procedure's table folded it.
 *
 * @param json as the table makes it; a field is read by its name, of a nested state with dots, e.g. {@code resume.until}
 */
public record TabledState(Map<String, Object> json, boolean ended) implements Procedure.State {

    public TabledState {
        if (!(json.get("name") instanceof String)) {
            throw new IllegalArgumentException("A state without a name: " + json);
        }
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    @Override
    public String name() {
        return text("name");
    }

    /** What a word of the state says; empty if it is not there. */
    public String text(String field) {
        return Objects.toString(TableQuestion.at(json, field), "");
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(TableQuestion.at(json, field));
    }

    public @Nullable Instant instant(String field) {
        return TableQuestion.at(json, field) instanceof String text ? Instant.parse(text) : null;
    }

    /** Ids of the acts in a list, oldest first. */
    public List<String> acts(String field) {
        return TableQuestion.at(json, field) instanceof List<?> list
                ? list.stream()
                        .map(it -> Objects.toString(it instanceof Map<?, ?> marked ? marked.get("act") : it))
                        .toList()
                : List.of();
    }
}
