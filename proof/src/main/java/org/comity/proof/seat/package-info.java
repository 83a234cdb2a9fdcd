/** Proves that a person of an authority without a node approved an act, with a passkey. */
@NullMarked
package org.comity.proof.seat;

import org.jspecify.annotations.NullMarked;
