/** Seats on this node for persons of authorities without one: how they are given, and the narrow pages on which such persons act. */
@NullMarked
package org.comity.cooperation.seat;

import org.jspecify.annotations.NullMarked;
