/** Acts from seats: what proves that a person of an authority without a node approved what its host writes down. */
@NullMarked
package org.comity.thread.seat;

import org.jspecify.annotations.NullMarked;
