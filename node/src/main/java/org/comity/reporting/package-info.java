/**
 * The year's register and our own figures, read only.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "clock", "ledger", "ui", "directory", "identity", "thread", "cooperation"})
@NullMarked
package org.comity.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
