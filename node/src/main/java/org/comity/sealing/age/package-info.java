/** Whole age files in memory, as messages travel in; recipients and headers are those of {@code proof}. */
@NullMarked
package org.comity.sealing.age;

import org.jspecify.annotations.NullMarked;
