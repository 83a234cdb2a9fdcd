/** Expedited disclosure of preserved traffic data, Art. 43: what its table and its file cannot say. */
@NullMarked
package org.comity.procedure.disclosure;

import org.jspecify.annotations.NullMarked;
