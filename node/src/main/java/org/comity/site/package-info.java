/**
 * Pages that anybody may read, without an account: so far the one that checks a file.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "ui", "directory"})
@NullMarked
package org.comity.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
