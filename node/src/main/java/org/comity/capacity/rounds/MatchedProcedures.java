package org.comity.capacity.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.comity.capacity.CapacityList;

/**
 * Which procedures a round matches, as {@code capacity/lists.txt} says; no other class names them.
 *
 * @param open states in which neither of them has ended
 */
record MatchedProcedures(String needs, String offers, List<String> open) {

    static MatchedProcedures read() {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(MatchedProcedures.class.getResourceAsStream("/capacity/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MatchedProcedures(
                Objects.requireNonNull(lists.getProperty("needs")),
                Objects.requireNonNull(lists.getProperty("offers")),
                Arrays.stream(Objects.requireNonNull(lists.getProperty("open")).split(","))
                        .map(String::strip)
                        .toList());
    }

    /** States in which a proposal waits for an answer, of either side. */
    static List<String> answering() {
        return Arrays.stream(CapacityList.of("answering").split(","))
                .map(String::strip)
                .toList();
    }

    Set<String> both() {
        return Set.of(needs, offers);
    }
}
