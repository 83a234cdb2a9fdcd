/** Extradition, Art. 37: what its table and its file cannot say. */
@NullMarked
package org.comity.cooperation.extradition;

import org.jspecify.annotations.NullMarked;
