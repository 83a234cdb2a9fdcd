/** The first page of capacity: what waits for us, what runs, which dates are next, and where to begin. */
@NullMarked
package org.comity.capacity.overview;

import org.jspecify.annotations.NullMarked;
