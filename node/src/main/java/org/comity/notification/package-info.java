/**
 * Tells officials what falls due, by mail and calendar file. Nobody depends on it.
 */
@ApplicationModule(
        allowedDependencies = {"vocabulary", "clock", "ledger", "ui", "directory", "thread", "casework", "procedure"})
@NullMarked
package org.comity.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
