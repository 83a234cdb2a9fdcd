/** Procedure 40/44: legal assistance in accessing stored electronic data. */
@NullMarked
package org.comity.cooperation.assistance;

import org.jspecify.annotations.NullMarked;
