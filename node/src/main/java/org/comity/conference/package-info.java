/**
 * The Conference on the Secretariat's node: texts that States write together, sessions with their documents and decisions, and who
 * is admitted as an observer. Nobody votes here, and no State is ranked.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "ui",
            "directory",
            "treaty",
            "board",
            "thread",
            "site",
            "casework",
            "procedure",
            "procedure::form"
        })
@NullMarked
package org.comity.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
