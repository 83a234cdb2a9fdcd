/** Looking at a matched item without trusting it: a child process draws, the page shows pictures and escaped text. */
@ApplicationModule(allowedDependencies = {"vocabulary", "ui", "evidence"})
@NullMarked
package org.comity.viewer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
