/** Who and what may come in: every check before anything is stored. */
@NullMarked
package org.comity.exchange.door;

import org.jspecify.annotations.NullMarked;
