/**
 * The one source of time, and what working days are. Inject {@link java.time.Clock}; nobody calls
 * {@code Instant.now()}, and SQL never calls {@code now()}.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
