package org.comity.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.vocabulary.TrafficLight;

/**
 * Says what somebody may read by one way, as the queries of this room take it: labels, more labels in some rooms, and the labels of
 * one's own words. {@link RoomAccess} alone makes it, from the one rule.
 *
 * @param everywhere labels that may reach this reader in each room, so that nothing is asked of each
 * @param lights by room, the labels that may reach this reader there: in those alone in which it is somebody
 * @param own labels of the reader's own words
 * @param moderates rooms in which the reader sees what was hidden too
 */
record Readable(
        String person,
        Set<TrafficLight> everywhere,
        Map<String, Set<TrafficLight>> lights,
        Set<TrafficLight> own,
        Set<String> moderates) {

    /** Of an alias {@code p} of forum.post; its parameters are those of {@link #parameters()}. */
    static final String POSTS = """
            (%s or p.tlp = any (:own) and exists
                (select from forum.speaker mine where mine.post = p.id and mine.person = :person))
            """.formatted(label("p.room", "p.tlp"));

    /**
     * As {@link #reads}, where a query looks at a label: whether it may reach this reader in its room. Its parameters are those of
     * {@link #parameters()}.
     *
     * @param room the column with the room, {@code light} that with the label
     */
    static String label(String room, String light) {
        return "(%2$s = any (:everywhere) or (%1$s, %2$s) in (select * from unnest(:rooms, :lights)))"
                .formatted(room, light);
    }

    boolean reads(String room, TrafficLight light) {
        return everywhere.contains(light) || lights.getOrDefault(room, Set.of()).contains(light);
    }

    /** The widest sense in which a room is there for this reader: it was opened, and something of its label may reach it. */
    boolean sees(KeptRoom room) {
        return room.openedAt() != null && reads(room.id(), room.light());
    }

    Map<String, Object> parameters() {
        List<String> rooms = new ArrayList<>();
        List<String> lit = new ArrayList<>();
        lights.forEach((room, each) -> each.forEach(light -> {
            rooms.add(room);
            lit.add(light.name());
        }));
        return Map.of(
                "everywhere",
                names(everywhere),
                "rooms",
                rooms.toArray(String[]::new),
                "lights",
                lit.toArray(String[]::new),
                "moderates",
                moderates.toArray(String[]::new),
                "own",
                names(own),
                "person",
                person);
    }

    private static String[] names(Set<TrafficLight> lights) {
        return lights.stream().map(Enum::name).toArray(String[]::new);
    }
}
