/** What is particular to traffic data as they arise and to content: where they begin, and what the hard stop may not outlast. */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "ui",
            "thread",
            "procedure",
            "procedure::form",
            "procedure::file",
            "casework",
            "casework::delivery"
        })
@NullMarked
package org.comity.interception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
