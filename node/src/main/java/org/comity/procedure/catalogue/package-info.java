/** The catalogue of procedures, put together from the parts that each procedure's folder gives. */
@NullMarked
package org.comity.procedure.catalogue;

import org.jspecify.annotations.NullMarked;
