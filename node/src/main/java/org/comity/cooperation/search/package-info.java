/** Finding requests by what stands in them. */
@NullMarked
package org.comity.cooperation.search;

import org.jspecify.annotations.NullMarked;
