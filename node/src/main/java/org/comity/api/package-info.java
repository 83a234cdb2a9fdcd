/**
 * The JSON face of what the pages do.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "clock",
            "ledger",
            "ui",
            "directory",
            "identity",
            "thread",
            "exchange",
            "casework",
            "procedure"
        })
@NullMarked
package org.comity.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
