package org.comity.procedure.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.proof.table.FactRule;

/**
 * Lists what a fact could say where a thread stands, so that each way can be tried on its table.
 *
 * @param state as the table folded it: an end that it names can be named once it has come, an act that it names at any time
 */
record SayableFacts(Map<String, Object> state, Instant now) {

    private static final String ANY_ACT = "0".repeat(64);
    private static final String FAR = "9999-01-01T00:00:00Z";

    List<String> of(FactRule rule) {
        return switch (rule) {
            case FactRule.OneOf(var words) -> List.copyOf(words);
            case FactRule.AnAct act ->
                Stream.concat(Stream.of(ANY_ACT), words(state).filter(act::allows))
                        .distinct()
                        .toList();
            case FactRule.AnInstant instant ->
                Stream.concat(
                                Stream.of(FAR),
                                words(state)
                                        .filter(instant::allows)
                                        .filter(it -> !Instant.parse(it).isAfter(now)))
                        .distinct()
                        .toList();
        };
    }

    /** Every word in it, however deep. */
    private static Stream<String> words(Object value) {
        return switch (value) {
            case String word -> Stream.of(word);
            case Map<?, ?> map -> words(map.values());
            case Collection<?> list -> list.stream().filter(Objects::nonNull).flatMap(SayableFacts::words);
            default -> Stream.empty();
        };
    }
}
