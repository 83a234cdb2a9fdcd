/**
 * Boards: what the host of a network publishes to all who take part, or to the public, by a signed feed; each participant holds
 * it on its own node and reads it there.
 */
@ApplicationModule(allowedDependencies = {"port", "vocabulary", "sealing", "directory", "exchange", "ledger", "ui"})
@NullMarked
package org.comity.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
