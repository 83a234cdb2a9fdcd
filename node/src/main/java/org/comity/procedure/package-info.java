/**
 * Procedures as files: their catalogue, and the faces by which the house writes, reads, checks and prints an act without
 * knowing which procedure it belongs to.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "convention::reading",
            "sealing",
            "ui",
            "directory",
            "thread",
            "evidence"
        })
@NullMarked
package org.comity.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
