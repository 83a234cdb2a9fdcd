/** Requests for international cooperation as an authority works on them: drafts, acts, files, links, custody, retention. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "ledger",
            "sealing",
            "ui",
            "directory",
            "identity",
            "thread",
            "exchange",
            "evidence",
            "procedure",
            "procedure::form",
            "procedure::field",
            "procedure::file"
        })
@NullMarked
package org.comity.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
