/** Extradition, Art. 37: what its table and its file cannot say. */
@NullMarked
package org.comity.procedure.extradition;

import org.jspecify.annotations.NullMarked;
