/**
 * Pages that anybody may read, without an account: the one that checks a file, help, and the public site of a host, whose
 * shelves the other rooms fill.
 */
@ApplicationModule(allowedDependencies = {"port", "vocabulary", "ui", "directory", "identity", "sheet", "convention"})
@NullMarked
package org.comity.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
