/**
 * What happened on this node: reads, approvals, administration. Append-only; no peer sees it.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
