/**
 * The directory: collates what participants sign, countersigns admission, and never sees a case. A room of the Secretariat's
 * node, or a process of its own; no bean here wakes in another node.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "database", "ledger", "ui", "directory"})
@NullMarked
package org.comity.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
