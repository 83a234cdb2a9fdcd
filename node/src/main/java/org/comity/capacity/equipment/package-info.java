/** Equipment that was given: its law, who keeps it up, and whether it is still used for what it was given for. */
@NullMarked
package org.comity.capacity.equipment;

import org.jspecify.annotations.NullMarked;
