package org.comity.directory;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the configuration of one node of a practice network.
 *
 * @param firstPort of who collates the directory
 * @param pages the port of its own pages; its AS4 door lies 1000 above, its door for evidence 2000
 * @param chairs of the whole network, as lines of YAML
 */
record PracticeSettings(String id, Path folder, int firstPort, int pages, String chairs) {

    static final int AS4_ABOVE = 1000;
    static final int EVIDENCE_ABOVE = 2000;

    String ofNode() {
        return """
                # Practice node %1$s: made-up State, keys of a practice authority.
                node:
                  id: %1$s
                  home: %2$s
                  practice: true
                  origin: http://localhost:%3$d
                  as4.port: %4$d
                  evidence.transfer.port: %7$d
                  directory:
                    url: http://localhost:%5$d
                    every: PT15S
                  mail:
                    folder: %8$s
                    from: comity@%9$s.example
                  practice-network:
                %6$s
                server:
                  port: %3$d
                """.formatted(
                        id,
                        quoted(folder),
                        pages,
                        pages + AS4_ABOVE,
                        firstPort,
                        chairs,
                        pages + EVIDENCE_ABOVE,
                        quoted(folder.resolve("mail")),
                        domain());
    }

    private String domain() {
        return id.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    /**
     * A node that holds the boards of a host, and asks so often that somebody who practises sees them come; it wakes made-up
     * persons, whose mails stay in its folder.
     */
    String ofFollower(String host) {
        return ofNode() + """
                node.board.follow: %s
                node.board.every: PT15S
                node.alarm.steps:
                  - {who: CONTACT_POINT, after: PT5M, mail: duty-phone@%2$s.example}
                  - {who: SECOND_OFFICER, after: PT15M, mail: second-officer@%2$s.example}
                """.formatted(host, domain());
    }

    /**
     * A node like the others that carries the Secretariat's rooms.
     *
     * @param operator the folder of the directory: the key that signs lists, root, first list, who was admitted
     */
    String ofSecretariat(Path operator) {
        return ofNode() + """
                node.secretariat.enabled: true
                operator:
                  home: %s
                  practice: true
                """.formatted(quoted(operator));
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
