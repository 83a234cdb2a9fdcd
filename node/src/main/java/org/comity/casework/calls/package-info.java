/** Calls of other States: taken down, rung back, and joined to their request. */
@NullMarked
package org.comity.casework.calls;

import org.jspecify.annotations.NullMarked;
