/** Seats on this node for persons of authorities without one: how they are given, and the narrow pages on which such persons act. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "sealing",
            "convention",
            "ui",
            "directory",
            "identity",
            "thread",
            "exchange",
            "evidence",
            "evidence::upload",
            "procedure",
            "procedure::form",
            "casework",
            "paper"
        })
@NullMarked
package org.comity.seat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
