/** What a consultation on parallel cases has that its file cannot say: how often identifiers are compared. */
@ApplicationModule(allowedDependencies = {"vocabulary", "thread", "procedure", "procedure::form", "casework"})
@NullMarked
package org.comity.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
