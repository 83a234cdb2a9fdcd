/**
 * Who takes part: entries that each participant signs itself, collated by an operator, pinned by us.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "convention", "sealing", "ledger", "clock", "ui", "sheet"})
@NullMarked
package org.comity.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
