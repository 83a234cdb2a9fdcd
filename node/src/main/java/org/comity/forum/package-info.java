/**
 * Rooms in which participants ask, answer and agree on nothing in haste: who may read what is the label's rule, and nobody's
 * own. It is no chat: what is said stands, has one voice for each participant where it counts, and is found by article.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "ui",
            "sheet",
            "directory",
            "identity",
            "casework",
            "procedure",
            "thread",
            "board",
            "site"
        })
@NullMarked
package org.comity.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
