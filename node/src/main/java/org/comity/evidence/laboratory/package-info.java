/** The command by which a laboratory adds files, on a computer that need not be the node's. */
@NullMarked
package org.comity.evidence.laboratory;

import org.jspecify.annotations.NullMarked;
