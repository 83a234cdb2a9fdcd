/** A disk that somebody carries: bags out and in, and plain files of a counterpart without a node. */
@NullMarked
package org.comity.evidence.disk;

import org.jspecify.annotations.NullMarked;
