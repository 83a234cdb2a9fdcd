/** What one officer let leave in an emergency, and the second officer's word afterwards. */
@NullMarked
package org.comity.casework.confirmation;

import org.jspecify.annotations.NullMarked;
