/**
 * A node's keys, files and database as one encrypted file, and back. Runs beside the node, never in it.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "sealing", "database"})
@NullMarked
package org.comity.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
