/** AS4 (eDelivery 2.0, elliptic curves): the door's own port, and the client that knocks at others'. */
@NullMarked
package org.comity.exchange.as4;

import org.jspecify.annotations.NullMarked;
