/**
 * Requests for international cooperation, one folder for each procedure of the Convention.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "convention::reading",
            "clock",
            "ledger",
            "sealing",
            "sheet",
            "ui",
            "directory",
            "identity",
            "thread",
            "exchange",
            "evidence"
        })
@NullMarked
package org.comity.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
