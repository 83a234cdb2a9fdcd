/**
 * Custody of what acts deliver, for every procedure whose table knows deliveries: what may be delivered, what came, what
 * was found of it, what may be done with it, and what it comes to when its words are deleted.
 */
@NamedInterface("delivery")
@NullMarked
package org.comity.casework.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
