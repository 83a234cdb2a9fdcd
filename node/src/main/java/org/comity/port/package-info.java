/** Who may be connected to a port of this node, how many at a time, for how long before they are known, and how many requests are served at once, and where their files lie meanwhile. */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
