/**
 * The year's register, our own figures, and what oversight sees of this node; read only.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "clock",
            "ledger",
            "ui",
            "sheet",
            "directory",
            "identity",
            "thread",
            "evidence",
            "casework",
            "procedure"
        })
@NullMarked
package org.comity.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
