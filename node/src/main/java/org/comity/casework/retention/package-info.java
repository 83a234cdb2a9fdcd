/** Words of ended requests are deleted by rule; a lawyer holds what must stay. */
@NullMarked
package org.comity.casework.retention;

import org.jspecify.annotations.NullMarked;
