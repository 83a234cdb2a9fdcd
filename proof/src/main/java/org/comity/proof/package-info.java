/**
 * Checks what a node said, without a node: acts, containers, registers.
 *
 * <p>Nothing here trusts the bundle it reads: anchors are given by the caller. The node uses the same types, so there is
 * one reading of the format and no second verifier.
 */
@NullMarked
package org.comity.proof;

import org.jspecify.annotations.NullMarked;
