/**
 * Sign-in, roles, and the approvals by which an official lets an act leave.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "sealing", "ledger", "clock", "ui"})
@NullMarked
package org.comity.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
