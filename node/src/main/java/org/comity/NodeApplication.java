package org.comity;

import org.comity.launch.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A node: one authority's keys, database, files and pages. The first argument names another command. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class NodeApplication {

    public static void main(String[] arguments) {
        Commands.run(NodeApplication.class, arguments);
    }
}
