/** What waits to leave, and leaves, over restarts. */
@NullMarked
package org.comity.exchange.outbox;

import org.jspecify.annotations.NullMarked;
