/** Warms the path of an act before the first real one. */
@NullMarked
package org.comity.exchange.warmth;

import org.jspecify.annotations.NullMarked;
