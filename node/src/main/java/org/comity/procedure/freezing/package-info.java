/** Tracing and freezing of assets, Art. 50: what its table and its file cannot say. */
@NullMarked
package org.comity.procedure.freezing;

import org.jspecify.annotations.NullMarked;
