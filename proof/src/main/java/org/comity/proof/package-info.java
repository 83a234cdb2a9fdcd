/**
 * Checks what a node said, without a node; here stands what every subject answers with, a verdict or a refusal.
 *
 * <p>Each subject has a package: what is said in {@code act}, {@code seat} and {@code seal}, what is kept of it in {@code
 * register}, {@code table}, {@code item}, {@code bag}, {@code log} and {@code feed}, and on all of them {@code verify}.
 *
 * <p>Nothing here trusts the bundle it reads: anchors are given by the caller. The node uses the same types, so there is
 * one reading of the format and no second verifier.
 */
@NullMarked
package org.comity.proof;

import org.jspecify.annotations.NullMarked;
