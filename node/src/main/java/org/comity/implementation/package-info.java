/**
 * How our own State carries out the Convention, as it sees it itself: private, article by article, without a score.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "convention",
            "ledger",
            "ui",
            "sheet",
            "directory",
            "identity",
            "treaty",
            "casework",
            "procedure",
            "procedure::form",
            "thread",
            "board"
        })
@NullMarked
package org.comity.implementation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
