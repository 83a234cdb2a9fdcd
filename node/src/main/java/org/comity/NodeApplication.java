package org.comity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A node: one authority's keys, database, files and pages. */
@SpringBootApplication
public class NodeApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NodeApplication.class, arguments);
    }
}
