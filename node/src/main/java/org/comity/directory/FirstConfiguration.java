package org.comity.directory;

import java.nio.file.Path;

/** Writes the configuration with which a new node starts: who and where it is, and how it finds its directory. */
final class FirstConfiguration {

    private FirstConfiguration() {}

    static String of(Onboarding.Plan plan, Path home, Network root) {
        var url = plan.operator() == null ? "# url: none; entries are exchanged by file" : "url: " + plan.operator();
        return """
                # Node %1$s. docs/reference/configuration.md explains each key.
                node:
                  id: %1$s
                  home: '%2$s'
                  practice: %3$b
                  origin: http://localhost:%4$d
                  as4.port: %5$d
                  directory:
                    fingerprint: %6$s
                    %7$s
                server.port: %4$d
                # A PostgreSQL of your own; without these lines the node brings one along.
                # spring.datasource:
                #   url: jdbc:postgresql://localhost/comity
                #   username: comity
                """.formatted(
                        plan.participant(),
                        home.toString().replace("'", "''"),
                        root.practice(),
                        plan.port(),
                        plan.as4Port(),
                        root.id(),
                        url);
    }
}
