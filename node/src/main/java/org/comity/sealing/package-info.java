/**
 * Sealed acts and what travels: ASiC-E with CAdES, time stamps, age files, keys, letters.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
@NullMarked
package org.comity.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
