/** Rounds on the node that keeps the list: opened with fixed weights, frozen, solved, approved by a second officer, answered. */
@NullMarked
package org.comity.capacity.rounds;

import org.jspecify.annotations.NullMarked;
