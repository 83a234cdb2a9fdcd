/** Identifiers of parallel cases are compared blindly on pages of a consultation, and only so often. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "ui",
            "sealing",
            "thread",
            "procedure",
            "procedure::form",
            "casework"
        })
@NullMarked
package org.comity.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
