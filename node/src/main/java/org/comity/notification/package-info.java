/**
 * Tells officials what falls due, by mail and calendar file, and what is new in the rooms, by mail; and authorities without a node
 * what happened with their seats here. Nobody depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "clock",
            "ledger",
            "ui",
            "directory",
            "identity",
            "thread",
            "casework",
            "procedure",
            "forum",
            "seat"
        })
@NullMarked
package org.comity.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
