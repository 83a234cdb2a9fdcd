package org.comity.directory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chairs of a practice network, as each node's configuration lists them: every State, where its pages are, and whose
 * letters lie in a tray.
 *
 * @param firstPort of who collates the directory; pages of nodes follow it
 * @param nodes States with a node, in the order of their pages
 * @param secretariat the Secretariat's node collates the directory, not an operator alone
 */
record PracticeChairList(int firstPort, List<String> nodes, List<String> withoutNode, boolean secretariat) {

    /** An observer, which has a seat at the Secretariat and is known there alone. */
    static final String OBSERVER = "XU-1";

    /** A service provider of the first State, which knows it alone and gives it a seat. */
    static final String PROVIDER = "XP-1";

    /** The delegation that sits at the Secretariat. */
    private static final String SEATED = "XD-1";

    private static final List<String> ROLES = List.of("asks", "is-asked", "may-join");

    String yaml() {
        var states = Stream.concat(nodes.stream(), withoutNode.stream()).map(this::state);
        var seated = secretariat
                ? Stream.of(
                        line(OBSERVER, seats(firstPort, OBSERVER, "observer")),
                        line(PROVIDER, seats(firstPort + 1, PROVIDER, "provider")))
                : Stream.<String>empty();
        return Stream.of(states, seated, Stream.of(collating()))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
    }

    private String collating() {
        return secretariat
                ? "    - { id: %s, name: Secretariat, capital: Averne, zone: '+01:00', operator: true, page: 'http://localhost:%d/practice/sit/duty-officer' }"
                        .formatted(PracticeNetwork.SECRETARIAT, firstPort)
                : "    - { id: OP-1, name: Directory operator, capital: '-', zone: Z, operator: true, page: 'http://localhost:%d/' }"
                        .formatted(firstPort);
    }

    private String state(String id) {
        int number = nodes.indexOf(id);
        if (number >= 0) {
            return line(
                    id, "page: 'http://localhost:%d/', role: %s".formatted(firstPort + 1 + number, ROLES.get(number)));
        }
        var tray = "tray: 'http://localhost:%d/practice/tray/%s'".formatted(firstPort + 1, id);
        return line(
                id, secretariat && id.equals(SEATED) ? tray + ", " + seats(firstPort, id, "first", "second") : tray);
    }

    private String seats(int port, String id, String... chairs) {
        return Stream.of(chairs)
                .map(it -> "'http://localhost:%d/seat/practice/%s/%s'".formatted(port, id, it))
                .collect(Collectors.joining(", ", "seats: [", "]"));
    }

    private static String line(String id, String where) {
        var entry = PracticeNetwork.draft(id);
        return "    - { id: %s, name: %s, capital: %s, zone: '%s', %s }"
                .formatted(id, entry.word("names"), entry.word("capitals"), entry.word("zone"), where);
    }
}
