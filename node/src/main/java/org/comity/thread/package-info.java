/**
 * Threads of acts, their registers, and the fold that says where a thread stands.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "convention", "sealing", "directory", "ledger", "clock"})
@NullMarked
package org.comity.thread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
