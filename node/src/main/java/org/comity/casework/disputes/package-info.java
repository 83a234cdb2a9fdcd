/** Threads whose registers differ: both proofs, and how the authorities settled it. */
@NullMarked
package org.comity.casework.disputes;

import org.jspecify.annotations.NullMarked;
