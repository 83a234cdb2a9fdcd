/**
 * Pages that anybody may read, without an account: the one that checks a file, and help.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "ui", "directory"})
@NullMarked
package org.comity.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
