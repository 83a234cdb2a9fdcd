/** Finished documents, in any of our scripts and both directions. */
@NullMarked
package org.comity.sealing.letter;

import org.jspecify.annotations.NullMarked;
