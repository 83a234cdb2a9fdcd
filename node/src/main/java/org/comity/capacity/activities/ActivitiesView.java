package org.comity.capacity.activities;

import java.time.LocalDate;
import java.util.List;

/**
 * Shows the activities that this node knows.
 *
 * @param keeper this node keeps the list, and sees both sides
 */
public record ActivitiesView(List<SharedActivity> activities, LocalDate today, boolean keeper) {

    public ActivitiesView {
        activities = List.copyOf(activities);
    }

    /** How many words of this node's side are due, or wait to be handed on. */
    public int waits(SharedActivity activity) {
        return keeper ? activity.toHandOn().size() : activity.ownDue(today);
    }

    /** A name that both threads of a match could have. */
    public static String suggested(SharedActivity activity) {
        var match = activity.sides().getFirst().match();
        return String.join("-", match.round(), match.need(), match.offer())
                .replaceAll("[^A-Za-z0-9-]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Under which its page is. */
    public static String address(SharedActivity activity) {
        return activity.name().isEmpty() ? activity.sides().getFirst().row().reference() : activity.name();
    }
}
