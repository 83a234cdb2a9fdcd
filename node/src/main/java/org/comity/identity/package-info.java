/**
 * Sign-in, roles, and the approvals by which an official lets an act leave.
 *
 * <p>Folders, from the ground up: {@code settings}, {@code person}, {@code signin}; on them {@code practice}.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "sealing", "ledger", "clock", "ui", "directory"})
@NullMarked
package org.comity.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
