package org.comity.capacity.activities;

import java.util.Arrays;
import java.util.List;
import org.comity.capacity.CapacityList;

/**
 * After how many days both sides are asked what came of it, as {@code capacity/lists.txt} says.
 *
 * @param after as the acts name it, e.g. {@code month}
 */
public record FollowUpTime(String after, int days) {

    /** Shortest first. */
    static List<FollowUpTime> all() {
        return Arrays.stream(CapacityList.of("follow-ups").split(","))
                .map(it -> it.strip().split(" "))
                .map(it -> new FollowUpTime(it[0], Integer.parseInt(it[1])))
                .toList();
    }

    /** The procedure by which each side tells it, as the law data name it. */
    static String procedure() {
        return CapacityList.of("activities");
    }
}
