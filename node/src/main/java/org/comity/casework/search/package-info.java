/** Finding requests by what stands in them. */
@NullMarked
package org.comity.casework.search;

import org.jspecify.annotations.NullMarked;
