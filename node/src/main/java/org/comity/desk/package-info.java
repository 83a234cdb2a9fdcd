/**
 * The work list: what must be answered now, across procedures.
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
            "sheet",
            "procedure"
        })
@NullMarked
package org.comity.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
