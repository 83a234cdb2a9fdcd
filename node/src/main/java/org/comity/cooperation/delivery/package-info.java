/**
 * Custody of what acts deliver, for every procedure whose table knows deliveries: what may be delivered, what came, what
 * was found of it, what may be done with it, and what it comes to when its words are deleted.
 */
@NullMarked
package org.comity.cooperation.delivery;

import org.jspecify.annotations.NullMarked;
