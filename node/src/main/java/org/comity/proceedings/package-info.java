/** What a transfer of proceedings has that its file cannot say: how it grows out of an extradition. */
@ApplicationModule(allowedDependencies = {"vocabulary", "thread", "procedure", "procedure::form", "procedure::file"})
@NullMarked
package org.comity.proceedings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
