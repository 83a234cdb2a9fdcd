/** Expedited preservation of stored electronic data, Art. 42: its states, table of moves, rules, storage and pages. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "sealing",
            "ui",
            "directory",
            "thread",
            "procedure",
            "procedure::form",
            "procedure::field",
            "procedure::file",
            "casework"
        })
@NullMarked
package org.comity.preservation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
