/** Adding, sealing, matching and re-reading items, and the record of it. */
@NullMarked
package org.comity.evidence.custody;

import org.jspecify.annotations.NullMarked;
