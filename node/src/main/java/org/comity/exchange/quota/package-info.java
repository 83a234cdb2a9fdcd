/** How much of this node one participant may take up. */
@NullMarked
package org.comity.exchange.quota;

import org.jspecify.annotations.NullMarked;
