/**
 * The law as reviewed, versioned data: articles, offences, procedures, grounds, periods, each with paragraph and mark.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.convention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
