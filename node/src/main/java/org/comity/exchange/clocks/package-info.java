/** How far the clocks of peers are from ours. */
@NullMarked
package org.comity.exchange.clocks;

import org.jspecify.annotations.NullMarked;
