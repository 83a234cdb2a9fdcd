/** Which evidence belongs to which request, and who sees it. */
@NullMarked
package org.comity.cooperation.evidence;

import org.jspecify.annotations.NullMarked;
