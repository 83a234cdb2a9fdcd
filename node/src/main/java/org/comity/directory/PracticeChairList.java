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

    private static final List<String> ROLES = List.of("asks", "is-asked", "may-join");

    String yaml() {
        var states = Stream.concat(nodes.stream(), withoutNode.stream()).map(this::state);
        return Stream.concat(states, Stream.of(collating())).collect(Collectors.joining("\n"));
    }

    private String collating() {
        return secretariat
                ? "    - { id: %s, name: Secretariat, capital: Averne, zone: '+01:00', operator: true, page: 'http://localhost:%d/practice/sit/duty-officer' }"
                        .formatted(PracticeNetwork.SECRETARIAT, firstPort)
                : "    - { id: OP-1, name: Directory operator, capital: '-', zone: Z, operator: true, page: 'http://localhost:%d/' }"
                        .formatted(firstPort);
    }

    private String state(String id) {
        var entry = PracticeNetwork.draft(id);
        int number = nodes.indexOf(id);
        var where = number < 0
                ? "tray: 'http://localhost:%d/practice/tray/%s'".formatted(firstPort + 1, id)
                : "page: 'http://localhost:%d/', role: %s".formatted(firstPort + 1 + number, ROLES.get(number));
        return "    - { id: %s, name: %s, capital: %s, zone: '%s', %s }"
                .formatted(id, entry.word("names"), entry.word("capitals"), entry.word("zone"), where);
    }
}
