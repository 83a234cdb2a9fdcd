/** Mutual legal assistance: what its file cannot say. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "sealing",
            "ui",
            "directory",
            "thread",
            "evidence",
            "procedure",
            "procedure::form",
            "procedure::field",
            "procedure::file",
            "casework",
            "casework::delivery"
        })
@NullMarked
package org.comity.assistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
