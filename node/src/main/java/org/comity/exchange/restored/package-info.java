/** After a restore: registers are compared with each counterpart, what was lost comes back, and only then do acts leave. */
@NullMarked
package org.comity.exchange.restored;

import org.jspecify.annotations.NullMarked;
