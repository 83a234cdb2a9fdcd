/**
 * Signed logs as others read them too: notes, checkpoints and proofs (c2sp.org/signed-note, tlog-checkpoint, tlog-proof).
 */
@NullMarked
package org.comity.proof.log;

import org.jspecify.annotations.NullMarked;
