/**
 * The treaty's own life: what the depositary notified, entry into force as a sum that can be followed, and what our State tells
 * the depositary. No map, no share, no list of who has not.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "board",
            "ledger",
            "sealing",
            "ui",
            "sheet",
            "directory",
            "identity",
            "site",
            "thread",
            "casework",
            "procedure"
        })
@NullMarked
package org.comity.treaty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
