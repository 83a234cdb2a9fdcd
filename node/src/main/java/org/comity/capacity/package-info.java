/**
 * Help between States under articles 54 to 56: needs, offers, the rounds in which the one is matched with the other, and what
 * becomes of it.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ledger",
            "ui",
            "sheet",
            "sealing",
            "identity",
            "thread",
            "casework",
            "procedure",
            "procedure::form",
            "procedure::file",
            "site",
            "board",
            "directory"
        })
@NullMarked
package org.comity.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
