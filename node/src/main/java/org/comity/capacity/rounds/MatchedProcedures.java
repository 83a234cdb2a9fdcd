package org.comity.capacity.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Which procedures a round matches, as {@code capacity/lists.txt} says; no other class names them. */
record MatchedProcedures(String needs, String offers) {

    static MatchedProcedures read() {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(MatchedProcedures.class.getResourceAsStream("/capacity/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MatchedProcedures(
                Objects.requireNonNull(lists.getProperty("needs")),
                Objects.requireNonNull(lists.getProperty("offers")));
    }

    Set<String> both() {
        return Set.of(needs, offers);
    }
}
