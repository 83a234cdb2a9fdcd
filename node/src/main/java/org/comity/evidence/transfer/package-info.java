/** Items go from one node to another: released here, fetched there by ranges, verified, matched. */
@NullMarked
package org.comity.evidence.transfer;

import org.jspecify.annotations.NullMarked;
