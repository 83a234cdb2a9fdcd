/** The commands of the program: a node, a practice network on one machine, backup. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "clock",
            "sealing",
            "directory",
            "identity",
            "exchange",
            "evidence",
            "operator",
            "database",
            "backup",
            "practice",
            "convention :: document",
            "capacity :: matching"
        })
@NullMarked
package org.comity.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
