/** Voluntary contributions: what was pledged, paid, received and used, as each side says it. */
@NullMarked
package org.comity.capacity.contributions;

import org.jspecify.annotations.NullMarked;
