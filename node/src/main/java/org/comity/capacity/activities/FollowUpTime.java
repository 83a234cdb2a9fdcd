package org.comity.capacity.activities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * After how many days both sides are asked what came of it, as {@code capacity/lists.txt} says.
 *
 * @param after as the acts name it, e.g. {@code month}
 */
public record FollowUpTime(String after, int days) {

    /** Shortest first. */
    static List<FollowUpTime> all() {
        return Arrays.stream(list("follow-ups").split(","))
                .map(it -> it.strip().split(" "))
                .map(it -> new FollowUpTime(it[0], Integer.parseInt(it[1])))
                .toList();
    }

    /** The procedure by which each side tells it, as the law data name it. */
    static String procedure() {
        return list("activities");
    }

    private static String list(String key) {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(FollowUpTime.class.getResourceAsStream("/capacity/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(lists.getProperty(key), key);
    }
}
