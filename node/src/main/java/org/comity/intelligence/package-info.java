/**
 * Indicators by STIX 2.1 and TAXII 2.1: bundles that acts carry are read, and programs read and bring them. A link to platforms of the State, and none of our
 * own.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "ui",
            "directory",
            "evidence",
            "sealing",
            "thread",
            "procedure",
            "procedure::form",
            "casework"
        })
@NullMarked
package org.comity.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
