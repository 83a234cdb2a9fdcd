/** Which evidence belongs to which request, and who sees it. */
@NullMarked
package org.comity.casework.evidence;

import org.jspecify.annotations.NullMarked;
