/** Procedures as files: reads each {@code procedure.yaml}, and gives the house all parts of its procedure from it. */
@NamedInterface("file")
@NullMarked
package org.comity.procedure.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
