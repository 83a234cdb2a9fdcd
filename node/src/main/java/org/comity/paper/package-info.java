/** Counterparts without a node: letters that go out, and what comes back by call, mail, letter or scan. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "ledger",
            "sealing",
            "sheet",
            "ui",
            "directory",
            "identity",
            "thread",
            "exchange",
            "procedure",
            "procedure::field",
            "procedure::form",
            "casework"
        })
@NullMarked
package org.comity.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
