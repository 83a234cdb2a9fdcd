/** Who may be connected to a port of this node, how many at a time, and for how long before they are known. */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
