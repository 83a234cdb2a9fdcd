/**
 * Tells officials what falls due, by mail and calendar file, and what is new in the rooms, by mail. Nobody depends on it.
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
            "forum"
        })
@NullMarked
package org.comity.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
