/** Reads the editions and refuses data that contradict themselves, naming file and line. */
@NamedInterface("reading")
@NullMarked
package org.comity.convention.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
