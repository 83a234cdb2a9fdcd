/** Procedures as files: reads each {@code procedure.yaml}, and gives the house all parts of its procedure from it. */
@NullMarked
package org.comity.cooperation.procedure;

import org.jspecify.annotations.NullMarked;
